import { zstdDecompressSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { parquetReadObjects } from 'hyparquet'
import { describe, expect, test } from 'vitest'
import { guarded } from '#server/export/csv.ts'
import { printed } from '#server/export/printed.ts'
import { filterInWords } from '#server/export/words.ts'
import { tinyApp } from '#test/setup/tiny-app.ts'

const tiny = tinyApp()

async function bytesOf(path: string): Promise<{ headers: Headers; bytes: Uint8Array<ArrayBuffer> }> {
  const response = await tiny.app.request(path)
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (response.status !== 200) throw new Error(strFromU8(bytes))
  return { headers: response.headers, bytes }
}

async function archive(path: string): Promise<Record<string, string>> {
  const { bytes } = await bytesOf(path)
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))
}

/** Read by a second reader of Parquet; Node itself unpacks zstd. */
const readParquet = (bytes: Uint8Array) =>
  parquetReadObjects({
    file: new Uint8Array(bytes).buffer,
    compressors: { ZSTD: (packed) => new Uint8Array(zstdDecompressSync(packed)) },
  })

const matched = async (path: string): Promise<number> => Number((await tiny.get(path)).json.numberMatched)

describe('an archive', () => {
  test('holds the rows and all that is needed to understand, cite and repeat them', async () => {
    const files = await archive('/api/collections/pilot_mines/export?region=AFR&commod1=CU')
    expect(Object.keys(files).sort()).toEqual([
      'README.txt',
      'dictionary.csv',
      'metadata.json',
      'pilot_mines.csv',
      'pilot_mines.csv-metadata.json',
      'query.sql',
    ])
    const metadata = JSON.parse(files['metadata.json'] ?? '')
    expect(metadata).toMatchObject({
      rows: 2,
      snapshot: 'tiny',
      filter: { en: 'Main commodity: Copper; Region: Africa', zh: '主要矿种:铜;区域:非洲' },
      sources: [{ dataset: 'pilot_mines', licence: 'CC-BY-4.0', date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) }],
      query_url: expect.stringContaining('region=AFR&commod1=CU'),
    })
    expect(metadata.citation.en).toContain('tiny')
    expect(files['README.txt']).toContain('2 rows')
  })

  test('explains every column in both languages', async () => {
    const files = await archive('/api/collections/mine_area_pairs/export?radius_km=50')
    const dictionary = parse<Record<string, string>>(files['dictionary.csv'] ?? '', { columns: true })
    const columns = parse(files['mine_area_pairs.csv'] ?? '')[0]
    for (const { name, title_en, title_zh } of dictionary) {
      expect(columns).toContain(name)
      expect([title_en, title_zh].every(Boolean)).toBe(true)
    }
    expect(dictionary.find(({ name }) => name === 'distance_m')).toMatchObject({ unit: 'm', class: 'measured' })
    expect(dictionary.find(({ name }) => name === 'iucn_cat')).toMatchObject({
      vocabulary: 'iucn_category',
      class: 'attribute',
    })
  })

  test('repeats itself: the printed statement gives the same rows', async () => {
    const files = await archive('/api/collections/communities_near_mines/export?radius_km=20&region=AFR')
    const rows = parse<Record<string, string>>(files['communities_near_mines.csv'] ?? '', { columns: true })
    const again = await tiny.world.engine.rows({
      sql: `select q.community_id from (${(files['query.sql'] ?? '').replace(/;\s*$/, '')}) as q`,
      parameters: {},
    })
    expect(again.map(({ community_id }) => community_id)).toEqual(rows.map(({ community_id }) => community_id))
  })
})

describe('the rows of a file are those on the screen', () => {
  test.each([
    ['incident_reports', 'region=AFR'],
    ['incidents_near_mines', 'radius_km=50'],
    ['mine_area_pairs', 'radius_km=50'],
    ['mine_exposure', ''],
    ['protected_areas', 'bbox=0,0,2,2'],
    ['host_communities', ''],
    ['programme', ''],
  ])('%s?%s', async (id, query) => {
    const count = await matched(`/api/collections/${id}/items?f=json&${query}`)
    const csv = await bytesOf(`/api/collections/${id}/export?single=true&f=csv&${query}`)
    expect(parse(strFromU8(csv.bytes), { columns: true })).toHaveLength(count)
    const geojson = await bytesOf(`/api/collections/${id}/export?single=true&f=geojson&${query}`)
    expect(JSON.parse(strFromU8(geojson.bytes)).features).toHaveLength(count)
    const parquet = await bytesOf(`/api/collections/${id}/export?f=parquet&${query}`)
    const files = unzipSync(parquet.bytes)
    const rows = await readParquet(files[`${id}.parquet`] ?? new Uint8Array())
    expect(rows).toHaveLength(count)
    expect(JSON.parse(strFromU8(files['metadata.json'] ?? new Uint8Array())).rows).toBe(count)
  })

  test.each(['csv', 'geojson', 'parquet'])('behind a number, as %s', async (format) => {
    const count = await matched('/api/indicators/EN-03/rows?class=T0&place=AFR')
    const { bytes } = await bytesOf(`/api/indicators/EN-03/rows/export?f=${format}&class=T0&place=AFR`)
    const files = unzipSync(bytes)
    expect(JSON.parse(strFromU8(files['metadata.json'] ?? new Uint8Array()))).toMatchObject({ rows: count })
    expect(Object.keys(files)).toContain(`en-03-rows.${format}`)
  })
})

describe('CSV', () => {
  const csv = async (query: string) =>
    strFromU8((await bytesOf(`/api/collections/pilot_mines/export?single=true&${query}`)).bytes)

  test('ends lines with CRLF, doubles quotes and leaves unknown cells empty', async () => {
    const lines = (await csv('f=csv')).split('\r\n')
    expect(lines).toHaveLength(7)
    expect(lines[1]).toContain('m1,,"First, ""deep"" mine",一号矿,')
    expect(lines.at(-1)).toBe('')
  })

  test('gives no cell that a spreadsheet takes for a formula, and leaves numbers alone', async () => {
    const rows = parse<Record<string, string>>(await csv('f=csv'), { columns: true })
    expect(rows[3]).toMatchObject({ mine_name: "'=Fourth mine", latitude: '-1', longitude: '-59' })
    expect(['=1', '+1', '-1', '@a', '\tb', '\rc', 'd=', -1, null, true].map(guarded)).toEqual([
      "'=1",
      "'+1",
      "'-1",
      "'@a",
      "'\tb",
      "'\rc",
      'd=',
      -1,
      null,
      true,
    ])
  })

  test('has headers as names or as labels of a language, and a byte order mark where it is wanted', async () => {
    expect(await csv('f=csv')).toMatch(/^mine_id,/)
    expect(await csv('lang=en')).toMatch(/^Mine id,/)
    expect(await csv('lang=zh')).toMatch(/^矿山编号,/)
    const { bytes } = await bytesOf('/api/collections/pilot_mines/export?single=true&bom=true')
    expect([...bytes.slice(0, 4)]).toEqual([0xef, 0xbb, 0xbf, 'm'.charCodeAt(0)])
  })

  test('writes shapes as text where they are no points', async () => {
    const { bytes } = await bytesOf('/api/collections/countries/export?single=true&iso3=CCC')
    expect(parse(strFromU8(bytes), { columns: true })).toMatchObject([
      { iso3: 'CCC', geometry_wkt: expect.stringMatching(/^POLYGON/) },
    ])
  })

  test('says what its metadata are', async () => {
    const { headers } = await bytesOf('/api/collections/pilot_mines/export?single=true&region=AFR')
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    expect(headers.get('content-disposition')).toBe('attachment; filename="pilot_mines.csv"')
    const [, address] = /<([^>]+)>; rel="describedby"/.exec(headers.get('link') ?? '') ?? []
    expect((await tiny.get(address ?? '')).json).toMatchObject({
      rows: 3,
      snapshot: 'tiny',
      query: expect.stringContaining('select'),
    })
  })
})

test('GeoParquet keeps longitude and latitude in its own geometry type', async () => {
  const { bytes } = await bytesOf('/api/collections/pilot_mines/export?single=true&f=parquet&ids=m4')
  const rows = await readParquet(bytes)
  expect(rows).toMatchObject([{ mine_id: 'm4', geometry: { type: 'Point', coordinates: [-59, -1] } }])
})

describe('restricted reports are in no file', () => {
  test.each(['csv', 'geojson'])('%s', async (format) => {
    for (const id of ['incident_reports', 'incidents_near_mines', 'mine_incident_pairs', 'proximity']) {
      const { bytes } = await bytesOf(`/api/collections/${id}/export?single=true&f=${format}`)
      expect(strFromU8(bytes)).not.toMatch(/\bi9\b|Restricted failure|1\.043/)
    }
  })
})

test('a printed statement writes each value where its name was, and nothing else', () => {
  const sql = "-- asks $region\nselect '$region' as a, cast($region as string) as b, cast($from as date) as c, $other"
  const parameters = {
    region: { type: 'string', value: "O'Higgins; --" },
    from: { type: 'date', value: null },
  } as const
  expect(printed({ sql, parameters })).toBe(
    "-- asks $region\nselect '$region' as a, cast('O''Higgins; --' as string) as b, cast(null as date) as c, $other",
  )
})

test('a filter is told in words of both languages', () => {
  expect(filterInWords({ region: 'AFR,CAS', radius_km: 10, precise_only: true, country: null })).toEqual({
    en: 'Region: Africa, Central Asia; Within: 10 km; Precise locations only: yes',
    zh: '区域:非洲、中亚;距离以内:10 km;仅精确位置:是',
  })
  expect(filterInWords({}).en).toBe('No filter: everything')
})
