import { once } from 'node:events'
import { quantile, type Row } from '#test/bench/table.ts'
import { serveAtlas } from '#test/setup/atlas.ts'

const mines = 'mine_dataset=mines'

/** What the region panel asks when the ring moves. */
const panel = ['EN-03', 'CI-01'].map((id) => `/api/indicators/${id}?by=region&${mines}`)
const ringChange = [...panel, `/api/facets?${mines}`]
const filters = [
  'country=PER',
  'region=AFR',
  'incident_type=PROTEST',
  'from=2020-01-01',
  'commodity=CU',
  'precise_only=true',
]

async function timed(url: string, paths: readonly string[]): Promise<number> {
  const begun = performance.now()
  await Promise.all(
    paths.map(async (path) => {
      const answer = await fetch(url + path)
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    }),
  )
  return performance.now() - begun
}

/** Each time with a radius that nobody asked for before. */
async function median(url: string, times: number, pathsAt: (radius: string) => readonly string[]): Promise<number> {
  const all: number[] = []
  for (let turn = 0; turn < times; turn += 1) {
    all.push(await timed(url, pathsAt(`radius_km=${((turn * 0.7 + 1.3) % 10).toFixed(1)}`)))
  }
  return quantile(all, 0.5)
}

/** EN-03 and CI-01 know nothing of reports. */
const takes = (path: string, filter: string): boolean =>
  path.includes('/facets') || !/^(incident_type|from)/.test(filter)

async function measure(url: string): Promise<Row[]> {
  const at = (paths: readonly string[], more: string) => (radius: string) =>
    paths.filter((path) => takes(path, more)).map((path) => `${path}&${radius}${more === '' ? '' : `&${more}`}`)
  const rows: Row[] = []
  for (const path of ringChange) {
    rows.push({ what: `GET ${path} alone, p50`, value: await median(url, 5, at([path], '')), unit: 'ms' })
  }
  rows.push({ what: 'region panel, p50', value: await median(url, 5, at(panel, '')), unit: 'ms', bar: 100 })
  rows.push({
    what: 'ring change, unfiltered, p50',
    value: await median(url, 5, at(ringChange, '')),
    unit: 'ms',
    bar: 300,
  })
  for (const filter of filters) {
    const value = await median(url, 3, at(ringChange, filter))
    rows.push({ what: `ring change, ${filter}, p50`, value, unit: 'ms', bar: 3_000 })
  }
  const items = `/api/collections/mine_exposure/items?limit=1000&${mines}`
  rows.push({ what: 'a page of 1,000 mines with counts', value: await median(url, 3, at([items], '')), unit: 'ms' })
  const tile = `/api/collections/host_communities/tiles/WebMercatorQuad/6/34/36?f=mvt`
  rows.push({ what: 'a tile of host communities, level 6', value: await timed(url, [tile]), unit: 'ms' })
  return rows
}

/** Start the server on a data folder and ask what Explore asks. */
export async function measureAnswers(environment: Record<string, string>): Promise<Row[]> {
  const { url, server } = await serveAtlas(environment)
  try {
    return await measure(url)
  } finally {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
}
