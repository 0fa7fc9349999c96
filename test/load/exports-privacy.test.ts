import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '#server/app.ts'
import { EngineHolder } from '#server/engine/engine-source.ts'
import { exportFormats } from '#server/export/formats.ts'
import { type ApiDocument, addressesOf } from '#test/setup/addresses.ts'
import { send, square, startJob, until } from '#test/setup/execute.ts'
import { tellsOf } from '#test/setup/secrets.ts'
import type { App } from '#test/setup/tiny-app.ts'
import { openTinyWorld, type TinyWorld } from '#test/setup/tiny-world.ts'

/** A report as the table holds it; its place is told nowhere else. */
const report = (id: string, title: string, place: readonly [number, number], sensitivity: string): string => `
insert into incident_reports
  (incident_id, title_en, event_date, time_precision, incident_type, issue, severity, mine_id, link_basis, iso3, region_id,
   latitude, longitude, location, geo_precision, loc_accuracy, fatalities, verification, n_sources, is_before_ownership, is_running_total, sensitivity, geometry) values
  ('${id}', '${title}', '2025-06-15', '1', 'TAILINGS_FAILURE', 'EN', '5', 'm1', 'asserted', 'AAA', 'AFR', ${place[1]}, ${place[0]}, '${title} hamlet', '2',
   'APPROXIMATE_LOCATION', 71, 'VERIFIED', 9, false, false, '${sensitivity}', st_point(${place[0]}, ${place[1]}));
insert into proximity (pair_id, mine_dataset, mine_id, dataset, feature_id, distance_m, uncertainty_m, is_inside, overlap_ha, is_approx) values
  ('m1:incident_reports:${id}', 'pilot_mines', 'm1', 'incident_reports', '${id}', 700, 0, false, null, false),
  ('m2:incident_reports:${id}', 'pilot_mines', 'm2', 'incident_reports', '${id}', 900, 0, false, null, false);
`
const hiddenPlace = [1.0123457, 1.0234567] as const
const vaguePlace = [1.0345671, 1.0456713] as const
const restricted = report('zz-hidden', 'Unspeakable', hiddenPlace, 'RESTRICTED')
const snapped = report('zz-vague', 'Generalised', vaguePlace, 'SNAPPED')

/** What nobody may see: texts, and coordinates as text and as the eight bytes of a double. */
const secretTexts = ['zz-hidden', 'Unspeakable', 'Generalised hamlet', '1.01234', '1.02345', '1.03456', '1.04567']
const told = tellsOf(secretTexts, [...hiddenPlace, ...vaguePlace])

const withIncidents = ['incident_reports', 'incidents_near_mines', 'mine_incident_pairs', 'proximity']
const queries = ['/search?q=Unspeakable', '/search?q=Generalised', '/search?q=zz-hidden', '/indicator-values?by=mine']
const addresses = (document: ApiDocument): string[] => [
  ...addressesOf(document, ['zz-hidden', 'm1:incident_reports:zz-hidden']),
  ...queries,
]

/** Times differ from answer to answer. */
const timeless = (text: string): string =>
  text.replace(/"request_id":"[^"]+"/, '""').replace(/"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z"/g, '""')

describe('a restricted report and a generalised one are planted', () => {
  let worlds: { app: App; world: TinyWorld }[]
  let document: ApiDocument
  const planted = (): App => (worlds[1] as { app: App }).app

  beforeAll(async () => {
    const open = async (more: string) => {
      const world = await openTinyWorld({}, more)
      return { world, app: createApp({ engines: new EngineHolder(world.engine), maxItems: 1_000 }) }
    }
    worlds = [await open(snapped), await open(snapped + restricted)]
    document = (await (await planted().request('/api/openapi.json')).json()) as ApiDocument
  })
  afterAll(async () => {
    for (const { world } of worlds) await world.close()
  })

  test('no route tells of either, and no answer changes because the restricted one is there', async () => {
    const leaks: string[] = []
    for (const path of addresses(document)) {
      const [without, withIt] = await Promise.all(worlds.map(({ app }) => app.request(`/api${path}`)))
      if (without === undefined || withIt === undefined) throw new Error('two worlds are needed')
      const secrets = await told(withIt.clone())
      // A problem names the address that was asked.
      if (secrets.length > 0 && withIt.ok && !path.includes('q=')) leaks.push(`${path}: ${secrets}`)
      const [before, after] = [timeless(await without.text()), timeless(await withIt.text())]
      const isTold = before !== after && without.status === 200
      if (without.status !== withIt.status || isTold) leaks.push(`${path} differs`)
    }
    expect(leaks).toEqual([])
  }, 300_000)

  test.each(exportFormats)('nor does any file, as %s', async (f) => {
    for (const id of withIncidents) {
      for (const path of [`collections/${id}/export?f=${f}`, `collections/${id}/items?f=${f}`]) {
        const response = await planted().request(`/api/${path}`)
        expect(response.status).toBe(200)
        expect([path, ...(await told(response))]).toEqual([path])
      }
    }
    const rows = await planted().request(`/api/indicators/EN-05/rows/export?f=${f}`)
    expect(await told(rows)).toEqual([])
  })

  test('nor does a filter that asks for them, by equality, by CQL2 or by a box around the place', async () => {
    for (const query of [
      'incident_id=zz-hidden',
      'sensitivity=RESTRICTED',
      `filter=${encodeURIComponent("sensitivity = 'RESTRICTED' OR incident_id LIKE 'zz-h%'")}`,
      'bbox=1.0123,1.0234,1.0124,1.0235',
      'bbox=1.0345,1.0456,1.0346,1.0457',
      'ids=zz-hidden',
    ]) {
      for (const form of ['items?f=json&', 'export?f=metadata&']) {
        const answer = await planted().request(`/api/collections/incident_reports/${form}${query}`)
        const { numberMatched, rows } = (await answer.json()) as { numberMatched?: number; rows: unknown }
        expect([query, numberMatched ?? rows]).toEqual([query, 0])
      }
    }
  })

  test.each(['json', 'csv', 'gpkg'])('nor does the result of a process, as %s', async (f) => {
    const left = { collection: 'incident_reports' }
    const path = await startJob(planted(), { left, right: square(0, 0, 2, 2), relation: 'intersects' })
    await until(planted(), path, ({ status }) => status === 'successful')
    expect(await told(await planted().request(`${path}/results?f=${f}`))).toEqual([])
  })

  test('the generalised one is told at a tenth of a degree', async () => {
    const answer = await planted().request('/api/collections/incident_reports/items/zz-vague')
    expect(await answer.json()).toMatchObject({
      geometry: { coordinates: [1, 1] },
      properties: { longitude: 1, latitude: 1, location: null },
    })
    const inputs = {
      left: { collection: 'incident_reports', filter: "incident_id = 'zz-vague'" },
      right: square(0, 0, 2, 2),
      relation: 'intersects',
    }
    expect(await (await send(planted(), { inputs })).json()).toMatchObject({
      rows: [{ longitude: 1, latitude: 1, is_approx: true }],
    })
  })
})
