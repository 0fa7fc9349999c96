import type { Row } from '#test/bench/table.ts'

const formats = ['csv', 'geojson', 'parquet', 'gpkg', 'fgb', 'xlsx'] as const
const collection = 'host_communities'

/** How quickly every row of the largest dataset leaves, as a bare file, and when the first byte of an archive is there. */
export async function measureExports(url: string): Promise<Row[]> {
  const rows: Row[] = []
  for (const f of formats) {
    const path = `${url}/api/collections/${collection}/export?f=${f}`
    const begun = performance.now()
    const { byteLength } = await (await fetch(`${path}&single=true`)).arrayBuffer()
    const seconds = (performance.now() - begun) / 1000
    rows.push({ what: `export of ${collection} as ${f}`, value: byteLength / 1e6 / seconds, unit: 'MB/s' })
  }
  rows.push({ what: 'export, first byte of an archive', value: await firstByteMs(url), unit: 'ms', bar: 500 })
  return rows
}

async function firstByteMs(url: string): Promise<number> {
  const begun = performance.now()
  const { body } = await fetch(`${url}/api/collections/${collection}/export?f=geojson`)
  const reader = body?.getReader()
  await reader?.read()
  const taken = performance.now() - begun
  await reader?.cancel()
  return taken
}
