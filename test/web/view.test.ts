import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codesOf } from '#data/vocabularies.ts'
import { everywhere, filterAt, filterOf, loadView, pickFilter, serializeView, type View } from '#web/state/view.ts'

const empty = loadView('')

describe('the view in the URL', () => {
  test('an address without a question is the default view, and is written as nothing', () => {
    expect(empty).toMatchObject({ mine_dataset: 'pilot_mines', region: [], indicator: 'EN-03', precise_only: false })
    expect(empty.radius_km).toBeNull()
    expect(serializeView(empty)).toBe('')
  })

  test('values that nobody knows are ignored, known ones beside them stay', () => {
    const view = loadView('?region=AFR,ZZZ&status=FLYING&indicator=ZZ-99&theme=pink&lang=fr&unknown=1')
    expect(view).toMatchObject({ region: ['AFR'], status: [], indicator: 'EN-03', theme: null, lang: null })
  })

  test.each([
    ['radius_km=0', 0],
    ['radius_km=12.345', 12.35],
    ['radius_km=50', 50],
    ['radius_km=50.01', null],
    ['radius_km=-1', null],
    ['radius_km=', null],
    ['radius_km=ten', null],
  ])('%s means a ring of %s km', (query, radius) => {
    expect(loadView(`?${query}`).radius_km).toBe(radius)
  })

  test.each([
    ['from=2024-02-29', '2024-02-29'],
    ['from=2023-02-29', null],
    ['from=2023-2-1', null],
    ['from=yesterday', null],
  ])('%s begins the period on %s', (query, day) => {
    expect(loadView(`?${query}`).from).toBe(day)
  })

  test('a selection names a drawn dataset and an id, which may hold colons', () => {
    expect(loadView('?select=pilot_mines:cd-tenke').select).toEqual({ dataset: 'pilot_mines', id: 'cd-tenke' })
    expect(loadView('?select=mines:a:b').select).toEqual({ dataset: 'mines', id: 'a:b' })
    expect(loadView('?select=admin1:x').select).toBeNull()
    expect(loadView('?select=pilot_mines:').select).toBeNull()
  })

  test('a camera beyond the map is ignored', () => {
    expect(loadView('?at=4.5/-10.25/26.5').at).toEqual({ zoom: 4.5, latitude: -10.25, longitude: 26.5 })
    expect(loadView('?at=4.5/-91/26').at).toBeNull()
    expect(loadView('?at=4.5/26').at).toBeNull()
  })

  test('what is written is read back, whatever was chosen', () => {
    const some = <Code extends string>(codes: readonly Code[]) => fc.uniqueArray(fc.constantFrom(...codes))
    const views = fc.record({
      mine_dataset: fc.constantFrom(...codesOf('mine_dataset')),
      region: some(codesOf('region')),
      commodity: some(codesOf('commodity')),
      ownership: some(codesOf('ownership_class')),
      precise_only: fc.boolean(),
      radius_km: fc.option(fc.integer({ min: 0, max: 500 }).map((tenths) => tenths / 10)),
      lang: fc.option(fc.constantFrom('en' as const, 'zh' as const)),
    })
    fc.assert(
      fc.property(views, (chosen) => {
        const view: View = { ...empty, ...chosen }
        expect(loadView(serializeView(view) || '?')).toEqual(view)
      }),
    )
  })
})

describe('the filter of a view', () => {
  test('says only what differs from the defaults, in the words of the API', () => {
    const view = loadView('?region=AFR,LAC&precise_only=true&radius_km=20&mine_dataset=pilot_mines&theme=dark')
    expect(filterOf(view)).toEqual({ region: 'AFR,LAC', precise_only: 'true', radius_km: '20' })
  })

  test('a ring of 0 km is a ring, not the default one', () => {
    expect(filterOf(loadView('?radius_km=0'))).toEqual({ radius_km: '0' })
  })

  test('each question takes only the parameters that it declares', () => {
    expect(pickFilter({ region: 'AFR', radius_km: '5', from: '2020-01-01' }, ['region', 'from'])).toEqual({
      region: 'AFR',
      from: '2020-01-01',
    })
  })

  test('one region among four is asked for without the regions chosen', () => {
    const filter = { region: 'AFR', country: 'COD', status: 'OPERATING' }
    expect(everywhere(filter)).toEqual({ status: 'OPERATING' })
    expect(filterAt(filter, 'ALL')).toBe(filter)
    expect(filterAt(filter, 'LAC')).toEqual({ status: 'OPERATING' })
  })
})
