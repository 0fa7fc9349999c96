import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '#server/app.ts'
import { EngineHolder } from '#server/engine/engine-source.ts'
import { exportFormats } from '#server/export/formats.ts'
import { type ApiDocument, addressesOf } from '#test/setup/addresses.ts'
import { send, square, startJob, until } from '#test/setup/execute.ts'
import { tellsOf } from '#test/setup/secrets.ts'
import type { App } from '#test/setup/tiny-app.ts'
import { openTinyWorld, type TinyWorld } from '#test/setup/tiny-world.ts'

/** Of the source: texts and a place that stand nowhere else. */
const marker = 'Unshareable'
const [x, y] = [1.0123457, 1.0234567] as const
const outline = `st_geomfromtext('POLYGON((${x} ${y}, 1.1 ${y}, 1.1 1.1, ${x} 1.1, ${x} ${y}))')`
const planted = `
insert into protected_areas by name select 'zz-area' as site_id, '${marker}' as name_eng, '${marker}' as name, '${marker}' as desig_eng,
  'National' as desig_type, 'II' as iucn_cat, 'Terrestrial' as realm, 'AAA' as iso3, 'AFR' as region_id, ${y} as latitude, ${x} as longitude,
  'Designated' as status, 1987 as status_yr, 77.5 as rep_area_km2, 76.25 as gis_area_km2, false as is_approx, true as is_counted,
  '${marker}' as source, 'https://example.org/${marker}' as source_url, '${marker}' as note, ${outline} as geometry;
insert into incident_reports by name select 'zz-report' as incident_id, '${marker}' as title_en, date '2025-06-15' as event_date, '1' as time_precision,
  'TAILINGS_FAILURE' as incident_type, 'EN' as issue, '5' as severity, 'm1' as mine_id, 'asserted' as link_basis, 'AAA' as iso3, 'AFR' as region_id,
  ${y} as latitude, ${x} as longitude, '${marker}' as location, '${marker}' as admin1, '1' as geo_precision, 'COORDINATES' as loc_accuracy,
  3 as fatalities, 'VERIFIED' as verification, 2 as n_sources, false as is_before_ownership, false as is_running_total, 'PUBLIC' as sensitivity,
  '${marker}' as note, '${marker}' as source, st_point(${x}, ${y}) as geometry;
insert into protected_land by name select 'AAA' as place_id, 7625.0 as area_ha, ${outline} as geometry;
insert into ring_protected_land by name select 'pilot_mines:m1:10' as ring_land_id, 'pilot_mines' as mine_dataset, 'm1' as mine_id, 10 as radius_km, 7625.0 as area_ha, ${outline} as geometry, ${outline} as geometry_ea;
insert into proximity (pair_id, mine_dataset, mine_id, dataset, feature_id, distance_m, uncertainty_m, is_inside, overlap_ha, is_approx) values
  ('m1:protected_areas:zz-area', 'pilot_mines', 'm1', 'protected_areas', 'zz-area', 0, 0, true, 5, false),
  ('m1:incident_reports:zz-report', 'pilot_mines', 'm1', 'incident_reports', 'zz-report', 700, 0, false, null, false);
insert into quarantine by name select 'zz-q' as quarantine_id, 'protected_areas' as dataset, 'f.csv' as file, 9 as row_number, 'name_eng' as column_name, 'no: ${marker}' as reason, '${marker},1' as raw_text;
insert into findings by name select 'zz-f' as finding_id, 'protected_areas' as dataset, 'f.csv' as file, 9 as row_number, 'zz-area' as feature_id, 'mended' as kind, 'r' as rule, '${marker}' as detail;
`
const secrets = [marker, '1.01234', '1.02345', '77.5', '1987']
const told = tellsOf(secrets, [x, y])

const closed = ['protected_areas', 'incident_reports']
const withThem = [
  'protected_areas',
  'incident_reports',
  'protected_land',
  'mine_area_pairs',
  'mine_incident_pairs',
  'areas_near_mines',
]

describe('data whose licence lets nobody pass rows on, on a server that others reach', () => {
  let open: TinyWorld
  let world: TinyWorld
  let app: App
  const text = async (path: string): Promise<string> => (await app.request(`/api${path}`)).text()

  beforeAll(async () => {
    open = await openTinyWorld({}, planted)
    world = await openTinyWorld({}, planted, closed)
    app = createApp({ engines: new EngineHolder(world.engine), maxItems: 1_000 })
  })
  afterAll(() => Promise.all([open.close(), world.close()]))

  test('no route tells a name, a text, a place or an outline of them: items, tiles, reports, rows, search, quality', async () => {
    const document = (await (await app.request('/api/openapi.json')).json()) as ApiDocument
    const leaks: string[] = []
    const paths = [...addressesOf(document, ['zz-area', 'zz-report', 'm1:protected_areas:zz-area']), `/search?q=zz`]
    for (const path of paths) {
      const answer = await app.request(`/api${path}`)
      const found = answer.status < 500 ? await told(answer) : [`${answer.status}`]
      if (found.length > 0) leaks.push(`${path}: ${found}`)
    }
    expect(leaks).toEqual([])
  }, 300_000)

  test.each(exportFormats)('nor does any file, as %s', async (f) => {
    for (const id of withThem) {
      for (const path of [`collections/${id}/export?f=${f}`, `collections/${id}/items?f=${f}`]) {
        const response = await app.request(`/api/${path}`)
        expect([path, ...(await told(response))]).toEqual([path])
      }
    }
    for (const path of ['mines/m1/report', 'indicators/EN-01/rows/export', 'indicators/EN-06/rows/export'])
      expect([path, ...(await told(await app.request(`/api/${path}?f=${f}`)))]).toEqual([path])
  })

  test('nor a process, nor a filter or a box that feels for them', async () => {
    for (const collection of closed) {
      const inputs = { left: { collection }, right: square(0, 0, 2, 2), relation: 'intersects' }
      expect(await told(await send(app, { inputs }))).toEqual([])
      const pairs = {
        left: { collection: 'pilot_mines' },
        right: { collection },
        relation: 'within',
        distance_m: 50_000,
      }
      const job = await startJob(app, pairs)
      await until(app, job, ({ status }) => status === 'successful')
      expect(await told(await app.request(`${job}/results?f=csv`))).toEqual([])
      for (const query of ["filter=note = 'Unshareable'", 'filter=latitude > 1.0234 AND latitude < 1.0235'])
        expect(await text(`/collections/${collection}/items?f=json&${query.replaceAll(' ', '%20')}`)).toContain(
          '"numberMatched":0',
        )
      // What has no place lies in every box, so that none can be narrowed down to one.
      const inBox = async (box: string) =>
        /"numberMatched":\d+/.exec(await text(`/collections/${collection}/items?f=json&bbox=${box}`))?.[0]
      expect(await inBox('1.01,1.02,1.02,1.03')).toBe(await inBox('100,50,101,51'))
    }
  })

  test('what is computed from them is the same, and every answer with a source says what is left out', async () => {
    const whole = createApp({ engines: new EngineHolder(open.engine), maxItems: 1_000 })
    for (const id of ['EN-01', 'EN-03', 'EN-05', 'EN-06', 'HR-01']) {
      const [a, b] = (await Promise.all(
        [whole, app].map(async (one) => (await one.request(`/api/indicators/${id}?by=region`)).json()),
      )) as { places: unknown }[]
      expect(b?.places, id).toEqual(a?.places)
    }
    for (const path of ['/collections/protected_areas', '/mines/m1/report', '/quality'])
      expect(await text(path), path).toContain('Derived values only')
    const answer = await app.request('/api/collections/protected_areas/tiles/WebMercatorQuad/0/0/0')
    expect(answer.headers.get('x-withheld')).toBe('protected_areas, incident_reports')
  })

  test('are shown to whoever sits at the machine', async () => {
    const whole = createApp({ engines: new EngineHolder(open.engine), maxItems: 1_000 })
    expect(await (await whole.request('/api/collections/protected_areas/items/zz-area')).text()).toContain(marker)
  })
})
