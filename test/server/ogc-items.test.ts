import { describe, expect, test } from 'vitest'
import { type Answer, tinyApp } from '#test/setup/tiny-app.ts'

const tiny = tinyApp()
const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
const latLon = 'http://www.opengis.net/def/crs/EPSG/0/4326'
const mercator = 'http://www.opengis.net/def/crs/EPSG/0/3857'

interface Link {
  readonly rel: string
  readonly href: string
  readonly type: string
}

const items = (collection: string, query: Record<string, string>): Promise<Answer> =>
  tiny.get(`/api/collections/${collection}/items?${new URLSearchParams(query)}`)

async function ids(collection: string, query: Record<string, string>): Promise<string[]> {
  const { status, json, text } = await items(collection, query)
  if (status !== 200) throw new Error(text)
  return (json.features as unknown as { id: string }[]).map(({ id }) => id)
}

async function refused(collection: string, query: Record<string, string>): Promise<string> {
  const { status, json } = await items(collection, query)
  expect(status).toBe(400)
  return String(json.detail)
}

const linkTo = ({ json }: Answer, rel: string): string | undefined =>
  (json.links as unknown as Link[]).find((link) => link.rel === rel)?.href

describe('/conf/core/fc-bbox-response', () => {
  test('four and six numbers select the same, heights are left out', async () => {
    const four = await ids('host_communities', { bbox: '0,0,2,2', limit: '4' })
    expect(four.length).toBeGreaterThan(0)
    expect(await ids('host_communities', { bbox: '0,0,-100,2,2,9000', limit: '4' })).toEqual(four)
  })

  test('a feature without a geometry is matched too', async () => {
    const all = await ids('programme', {})
    expect(await ids('programme', { bbox: '170,80,171,81' })).toEqual(all)
  })

  test.each(['1,2,3', '1,2,3,4,5', 'a,b,c,d', '0,0,1,', '0,10,1,-10', '0,0,181,1', 'NaN,0,1,1', '0,0,1e999,1'])(
    '%s is refused',
    async (bbox) => expect(await refused('host_communities', { bbox })).toContain('bbox'),
  )
})

describe('/conf/crs/bbox-crs-parameter', () => {
  test.each([
    [crs84, '0,-1,3,2'],
    [latLon, '-1,0,2,3'],
    [mercator, '0,-111325.1429,333958.4724,222684.2086'],
  ])('the same ground selects the same features in %s', async (crs, bbox) => {
    const asked = await ids('host_communities', { bbox, 'bbox-crs': crs, limit: '4' })
    expect(asked).not.toEqual([])
    expect(asked).toEqual(await ids('host_communities', { bbox: '0,-1,3,2', limit: '4' }))
  })

  test('across the antimeridian too', async () => {
    const plain = await ids('countries', { bbox: '179,3,-179,5' })
    expect(plain).toEqual(['DDD'])
    expect(await ids('countries', { bbox: '3,179,5,-179', 'bbox-crs': latLon })).toEqual(plain)
    const metres = { bbox: '19926188.85,334111.17,-19926188.85,557305.26', 'bbox-crs': mercator }
    expect(await ids('countries', metres)).toEqual(plain)
  })

  test('a box beyond the world in metres by less than a metre is the world', async () => {
    const world = { bbox: '-20037508.3428,-20048966.1,20037508.3428,20048966.1', 'bbox-crs': mercator }
    expect(await ids('countries', world)).toEqual(await ids('countries', {}))
  })

  test.each(['EPSG:3857', 'http://www.opengis.net/def/crs/EPSG/0/9999', '+proj=longlat +nadgrids=/etc/passwd', ''])(
    'any other than the listed ones is refused: %s',
    async (crs) => {
      expect(await refused('countries', { bbox: '0,0,1,1', 'bbox-crs': crs })).toContain('bbox-crs')
      expect(await refused('countries', { crs })).toContain('crs')
    },
  )
})

describe('/conf/crs/crs-parameter', () => {
  const place = async (crs?: string) => {
    const answer = await items('pilot_mines', { ids: 'm4', ...(crs && { crs }) })
    const [feature] = answer.json.features as unknown as { geometry: { coordinates: [number, number] } }[]
    return { header: answer.headers.get('content-crs'), at: feature?.geometry.coordinates ?? [0, 0] }
  }

  test('without it, and in CRS84, longitude comes first', async () => {
    const usual = await place()
    expect(usual.header).toBe(`<${crs84}>`)
    expect(await place(crs84)).toEqual(usual)
  })

  test('EPSG:4326 has latitude first', async () => {
    const [longitude, latitude] = (await place()).at
    expect(await place(latLon)).toEqual({ header: `<${latLon}>`, at: [latitude, longitude] })
  })

  test('EPSG:3857 is in metres, as the sphere has them', async () => {
    const [longitude, latitude] = (await place()).at as [number, number]
    const { header, at } = await place(mercator)
    const radians = Math.PI / 180
    expect(header).toBe(`<${mercator}>`)
    expect(at[0]).toBeCloseTo(6_378_137 * longitude * radians, 3)
    expect(at[1]).toBeCloseTo(6_378_137 * Math.atanh(Math.sin(latitude * radians)), 3)
  })

  test('one feature takes it too', async () => {
    const { headers, json } = await tiny.get(`/api/collections/pilot_mines/items/m4?crs=${encodeURIComponent(latLon)}`)
    expect(headers.get('content-crs')).toBe(`<${latLon}>`)
    expect(json.geometry?.coordinates).toEqual((await place(latLon)).at)
  })
})

describe('/conf/core/fc-time-response', () => {
  const reports = (datetime: string) => ids('incident_reports', { datetime, limit: '4' })
  const expected = (filter: string) => ids('incident_reports', { filter, limit: '4' })
  test.each([
    ['2025-03-01', "event_date = DATE('2025-03-01')"],
    ['2025-03-01T12:30:00Z', "event_date = DATE('2025-03-01')"],
    ['2025-03-01T23:30:00-05:00', "event_date = DATE('2025-03-02')"],
    ['2025-01-01/2025-06-30', "event_date BETWEEN DATE('2025-01-01') AND DATE('2025-06-30')"],
    ['2025-01-01T00:00:00Z/..', "event_date >= DATE('2025-01-01')"],
    ['2025-01-01/', "event_date >= DATE('2025-01-01')"],
    ['../2024-12-31', "event_date <= DATE('2024-12-31')"],
    ['/2024-12-31T23:59:59Z', "event_date <= DATE('2024-12-31')"],
    ['2025-02-27/P3D', "event_date BETWEEN DATE('2025-02-27') AND DATE('2025-03-02')"],
    ['P1Y/2025-03-01', "event_date BETWEEN DATE('2024-03-01') AND DATE('2025-03-01')"],
  ])('%s selects what %s selects', async (datetime, filter) => {
    expect(await reports(datetime)).toEqual(await expected(filter))
  })

  test('an interval meets features that last', async () => {
    const all = await items('programme', {})
    const { numberMatched } = (await items('programme', { datetime: '1900-01-01/..' })).json
    expect(numberMatched).toBe(all.json.numberMatched)
  })

  test('a collection without a time is matched whole', async () => {
    expect(await ids('countries', { datetime: '1066-10-14' })).toEqual(await ids('countries', {}))
  })

  test.each([
    'yesterday',
    '2025-02-30',
    '2025-13-01',
    '../..',
    '/',
    '2025-02-01/2025-01-01',
    '2025-01-01/2025-02-01/2025-03-01',
    '2025-01-01T25:00:00Z',
    'P1D/P1D',
    '0000-01-01',
  ])('%s is refused', async (datetime) => expect(await refused('incident_reports', { datetime })).toContain('datetime'))
})

describe('filter', () => {
  test('selects the same as text and as JSON', async () => {
    const text = { filter: "iso3 = 'AAA' AND commod1 IN ('AU','CU')" }
    const json = {
      'filter-lang': 'cql2-json',
      filter: JSON.stringify({
        op: 'and',
        args: [
          { op: '=', args: [{ property: 'iso3' }, 'AAA'] },
          { op: 'in', args: [{ property: 'commod1' }, ['AU', 'CU']] },
        ],
      }),
    }
    expect(await ids('pilot_mines', text)).toEqual(await ids('pilot_mines', json))
  })

  test('is joined with everything else by and', async () => {
    const both = await ids('pilot_mines', { filter: 'latitude < 2', iso3: 'AAA', bbox: '-180,-90,180,90' })
    expect(both).toEqual(['m1', 'm2'])
  })

  test('narrows overlays and indicators too', async () => {
    expect(await ids('mine_exposure', { filter: "mine_id = 'm4'" })).toEqual(['m4'])
    const regions = await ids('indicator_en_01_by_region', { filter: 'value > 30' })
    expect(regions).toEqual(['AFR'])
  })

  test('has its geometries in filter-crs', async () => {
    const here = { filter: 'S_INTERSECTS(geometry, BBOX(0,-1,3,2))', limit: '4' }
    const there = { filter: 'S_INTERSECTS(geometry, BBOX(-1,0,2,3))', 'filter-crs': latLon, limit: '4' }
    expect(await ids('host_communities', here)).not.toEqual([])
    expect(await ids('host_communities', there)).toEqual(await ids('host_communities', here))
  })

  test('that can not be read names the character', async () => {
    expect(await refused('pilot_mines', { filter: 'latitude <' })).toMatch(/filter.* at 10/)
    expect(await refused('pilot_mines', { filter: 'nope = 1' })).toContain("unknown property 'nope'")
    expect(await refused('pilot_mines', { filter: 'latitude < 1', 'filter-lang': 'ecql' })).toContain('filter-lang')
  })
})

describe('paging', () => {
  test('next and prev carry every parameter, in whole addresses', async () => {
    const query = { filter: 'latitude > -90', bbox: '-180,-90,180,90', crs: latLon, limit: '2' }
    const first = await items('host_communities', query)
    const next = new URL(linkTo(first, 'next') ?? '')
    expect(Object.fromEntries(next.searchParams)).toEqual({ ...query, offset: '2' })
    expect(linkTo(first, 'prev')).toBeUndefined()
    const second = await tiny.get(next.pathname + next.search)
    expect(new URL(linkTo(second, 'prev') ?? '').searchParams.get('offset')).toBe('0')
  })

  test('every link has rel, href and type, and the page has its time', async () => {
    const { json } = await items('pilot_mines', {})
    for (const link of json.links as unknown as Link[]) {
      expect(link).toEqual(expect.objectContaining({ rel: expect.any(String), type: expect.any(String) }))
      expect(link.href).toMatch(/^http:\/\//)
    }
    expect(Date.parse(String(json.timeStamp))).not.toBeNaN()
  })

  test('a page beyond the last is empty and still knows how many there are', async () => {
    const { json } = await items('host_communities', { offset: '100' })
    expect(json).toMatchObject({ numberMatched: 6, numberReturned: 0, features: [] })
  })
})
