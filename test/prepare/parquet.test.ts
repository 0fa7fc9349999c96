import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { quoteText } from '#server/prepare/database.ts'
import { openParquet } from '#server/prepare/read/parquet.ts'
import type { RawRecord } from '#server/prepare/read/record.ts'
import { openBench, temporaryFolder } from '#test/prepare/workbench.ts'

let bench: Awaited<ReturnType<typeof openBench>>
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

async function read(select: string, options = "geoparquet_version 'V2'") {
  using folder = temporaryFolder()
  const path = join(folder.path, 'file.parquet')
  await bench.connection.run(`copy (${select}) to ${quoteText(path)} (format parquet, ${options})`)
  const source = await openParquet(bench.connection, path)
  const records: RawRecord[] = []
  for await (const batch of source.records) records.push(...batch)
  return { columns: source.columns, records }
}

const point = 'st_point(26.2, -10.6)'

describe('reading Parquet', () => {
  it('gives plain values, counted from 1, and the geometry apart', async () => {
    const { columns, records } = await read(
      `select 7::bigint as id, 'Kolwezi' as name, '' as note, date '2020-02-29' as day, true as flag, 1.5 as share, ${point} as geometry
       union all select 8, 'Likasi', null, null, false, null, ${point}`,
    )
    expect(columns).toEqual(['id', 'name', 'note', 'day', 'flag', 'share', 'geometry'])
    expect(records.map(({ rowNumber }) => rowNumber)).toEqual([1, 2])
    expect(records[0]?.values).toMatchObject({ id: 7, name: 'Kolwezi', note: null, day: '2020-02-29', flag: true })
    expect(records[0]?.geometry).toBeInstanceOf(Uint8Array)
    expect(records[0]?.rawText).toContain('"name":"Kolwezi"')
  })

  it('takes longitude and latitude by any of its names, and unnamed', async () => {
    for (const named of [point, `st_setcrs(${point}, 'OGC:CRS84')`, `st_setcrs(${point}, 'EPSG:4326')`]) {
      expect((await read(`select ${named} as geometry`)).records).toHaveLength(1)
    }
    expect((await read(`select ${point} as geometry`, "geoparquet_version 'V1'")).records).toHaveLength(1)
  })

  it.each(['EPSG:3857', 'EPSG:6933', 'EPSG:32735'])('refuses coordinates in %s', async (system) => {
    await expect(read(`select st_setcrs(${point}, '${system}') as geometry`)).rejects.toThrow(
      /not longitude and latitude/,
    )
  })
})
