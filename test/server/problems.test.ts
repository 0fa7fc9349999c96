import { describe, expect, test } from 'vitest'
import { problems } from '#server/problem.ts'
import { tinyApp } from '#test/setup/tiny-app.ts'

const tiny = tinyApp()

/** Path, problem, and a part of the reason that a person reads. */
const refused: readonly (readonly [path: string, code: keyof typeof problems, reason: string])[] = [
  ['/api/nowhere', 'not_found', ''],
  ['/api/collections/nothing', 'unknown_collection', 'pilot_mines'],
  ['/api/collections/selected_mines/items', 'unknown_collection', 'pilot_mines'],
  ['/api/collections/__proto__/items', 'unknown_collection', ''],
  ['/api/collections/mines/items/nothing', 'unknown_feature', ''],
  ['/api/collections/mines/items/o1?f=csv', 'bad_parameter', 'f'],
  ['/api/collections/mines/items?colour=red', 'bad_parameter', 'colour is not one of'],
  ['/api/collections/mines/items?bbox=1,2,3', 'bad_parameter', 'four numbers'],
  ['/api/collections/mines/items?bbox=1,2,3,north', 'bad_parameter', 'four numbers'],
  ['/api/collections/mines/items?bbox=0,10,10,0', 'bad_parameter', 'south above north'],
  ['/api/collections/mines/items?bbox=-181,0,10,10', 'bad_parameter', 'longitude'],
  ['/api/collections/mines/items?bbox=0,-91,10,10', 'bad_parameter', 'latitude'],
  ['/api/collections/programme/items?bbox=0,0,1', 'bad_parameter', 'four numbers'],
  ['/api/collections/mines/items?limit=0', 'bad_parameter', 'at least 1'],
  ['/api/collections/mines/items?limit=-1', 'bad_parameter', 'limit'],
  ['/api/collections/mines/items?offset=x', 'bad_parameter', 'offset'],
  ['/api/collections/mines/items?f=pdf', 'bad_parameter', 'f'],
  ['/api/collections/mines/items?region=ZZZ', 'bad_parameter', 'must be one of AFR, LAC, SEA, CAS'],
  ['/api/collections/mines/items?commod1=XX', 'bad_parameter', 'must be one of'],
  ['/api/collections/mines/items?latitude=up', 'bad_parameter', 'is not a number'],
  ['/api/collections/countries/items?region=AFR', 'bad_parameter', 'is not one of'],
  ['/api/collections/mine_exposure/items?radius_km=51', 'bad_parameter', 'at most 50'],
  ['/api/collections/mine_exposure/items?colour=red', 'bad_parameter', 'is not one of'],
  ['/api/collections/mines/export?limit=5', 'bad_parameter', 'every row'],
  ['/api/collections/mines/export?f=pdf', 'bad_parameter', 'f'],
  ['/api/collections/mines/export?lang=fr', 'bad_parameter', 'lang'],
  ['/api/indicators/XX-01', 'unknown_indicator', 'EN-01'],
  ['/api/indicators/constructor', 'unknown_indicator', ''],
  ['/api/indicators/EN-01?by=mine', 'bad_parameter', 'for EN-01'],
  ['/api/indicators/EN-01?by=village', 'bad_parameter', 'must be one of region, country, mine'],
  ['/api/indicators/EN-01?radius_km=10', 'bad_parameter', 'is not one of'],
  ['/api/indicators/EN-01?region=', 'bad_parameter', 'empty'],
  ['/api/indicators/EN-01?region=AFR&region=LAC', 'bad_parameter', 'given twice'],
  ['/api/indicators/EN-01?region=AFR,,LAC', 'bad_parameter', 'empty'],
  ['/api/indicators/EN-01?precise_only=yes', 'bad_parameter', 'true or false'],
  ['/api/indicators/EN-01?place=AFR', 'bad_parameter', 'place'],
  ['/api/indicators/EN-01/rows?class=T0', 'bad_parameter', 'class'],
  ['/api/indicators/EN-05?ring_km=7', 'bad_parameter', 'must be one of 1, 5, 10, 20, 50'],
  ['/api/indicators/EN-06?from=2025-13-01', 'bad_parameter', 'date'],
  ['/api/indicators/EN-06?from=2025-12-31&to=2025-01-01', 'bad_parameter', 'is after to'],
  ['/api/indicators/EN-06?radius_km=NaN', 'bad_parameter', 'is not a number'],
  ['/api/indicators/EN-06?radius_km=1e9', 'bad_parameter', 'is not a number'],
  ['/api/indicators/EN-06?radius_km=-1', 'bad_parameter', 'at least 0'],
  ['/api/mines/nobody/report', 'unknown_mine', ''],
  ['/api/mines/m1/report?region=AFR', 'bad_parameter', 'region'],
  ['/api/facets?by=region', 'bad_parameter', 'by'],
  ['/api/search', 'bad_parameter', 'q'],
  ['/api/search?q=%00', 'bad_parameter', 'q'],
  ['/api/search?q=a&limit=5', 'bad_parameter', 'limit'],
  ['/api/quality/findings?dataset=nothing', 'bad_parameter', 'dataset'],
  ['/api/quality/quarantine?limit=0', 'bad_parameter', 'limit'],
]

describe('a request that can not be answered gets one problem of the closed table', () => {
  test.each(refused)('%s: %s %s', async (path, code, reason) => {
    const { status, headers, json } = await tiny.get(path)
    expect(status).toBe(problems[code].status)
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(json).toMatchObject({
      type: `urn:smap-atlas:problem:${code}`,
      title: problems[code].title,
      status,
      instance: path.split('?')[0],
      request_id: headers.get('x-request-id'),
    })
    expect(String(json.detail ?? '')).toContain(reason)
  })
})

test('every bad parameter is named at once', async () => {
  const { json } = await tiny.get('/api/indicators/EN-06?colour=red&radius_km=99&region=XX')
  const errors = json.errors as unknown as { parameter: string; reason: string }[]
  expect(errors.map(({ parameter }) => parameter).sort()).toEqual(['colour', 'radius_km', 'region'])
  for (const { reason } of errors) expect(reason).toMatch(/\S+/)
})
