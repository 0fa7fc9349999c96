import autocannon from 'autocannon'
import { quantile, type Row } from '#test/bench/table.ts'

const bars: Readonly<Record<string, number>> = {
  '/api/indicators/EN-03?by=region': 10,
  '/api/mines/cd-tenke-fungurume/report': 10,
}
const paths = [
  ...Object.keys(bars),
  '/api/indicators/CI-01?by=country',
  '/api/collections/mine_exposure/items?f=json',
  '/api/collections/pilot_mines/items',
  '/api/facets',
  '/api/search?q=copper',
  '/api/quality',
]

/** p50 and p99 of each endpoint under four connections for `seconds` in all, then the time of a whole ring change. */
export async function measureEndpoints(url: string, seconds: number): Promise<Row[]> {
  const rows: Row[] = []
  for (const path of paths) {
    const result = await autocannon({
      url: url + path,
      connections: 4,
      duration: Math.max(2, Math.round(seconds / paths.length)),
    })
    if (result.non2xx > 0 || result.errors > 0) throw new Error(`${path}: ${result.non2xx} answers were not 2xx`)
    const bar = bars[path]
    rows.push({ what: `GET ${path} p50`, value: result.latency.p50, unit: 'ms', ...(bar === undefined ? {} : { bar }) })
    rows.push({ what: `GET ${path} p99`, value: result.latency.p99, unit: 'ms' })
  }
  rows.push(await measureRingChange(url))
  return rows
}

/** What the page asks for when the ring moves, each time with a radius that nobody asked for before. */
async function measureRingChange(url: string): Promise<Row> {
  const times: number[] = []
  for (let step = 0; step < 40; step++) {
    const radius = `radius_km=${(3.21 + step * 0.37).toFixed(2)}`
    const begun = performance.now()
    const answers = await Promise.all(
      [
        `/api/collections/mine_exposure/items?${radius}`,
        `/api/indicators/EN-03?by=region&${radius}`,
        `/api/indicators/CI-01?by=region&${radius}`,
        `/api/facets?${radius}`,
      ].map((path) => fetch(url + path).then((answer) => answer.text().then(() => answer.ok))),
    )
    if (answers.includes(false)) throw new Error('a ring change was answered by a problem')
    times.push(performance.now() - begun)
  }
  return {
    what: 'ring change to all counts, never asked before, p50',
    value: quantile(times, 0.5),
    unit: 'ms',
    bar: 150,
  }
}
