import { describe, expect, it } from 'vitest'
import { datasets } from '#data/catalog.ts'
import type { Dataset } from '#data/define.ts'
import { undoDoubleEncoding } from '#data/double-encoding.ts'
import { vocabularies } from '#data/vocabularies.ts'
import { mends, mendsOf } from '#server/prepare/mend/registry.ts'
import type { Row } from '#server/prepare/read/record.ts'
import { placesFor } from '#test/prepare/places.ts'

function apply(id: string, row: Row) {
  const mend = mends.get(id)
  if (mend === undefined) throw new Error(`no mend ${id}`)
  return { outcome: mend.apply(row, placesFor()), row }
}

describe('the register of mends', () => {
  it('holds every rule that a dataset names', () => {
    for (const dataset of Object.values(datasets) as Dataset[]) expect(() => mendsOf(dataset)).not.toThrow()
  })

  it('has a name in both languages', () => {
    for (const rule of mends.keys()) expect(Object.keys(vocabularies.finding_rule.terms)).toContain(rule)
  })

  it('refuses a name that it does not know', () => {
    const dataset = { ...datasets.mines, mends: ['make_it_right'] } as Dataset
    expect(() => mendsOf(dataset)).toThrow('make_it_right')
  })

  it('says in both languages what each rule does', () => {
    for (const mend of mends.values()) {
      expect(mend.description.en).toMatch(/\.$/)
      expect(mend.description.zh).toMatch(/[\u4e00-\u9fff].*。$/)
    }
  })
})

describe('text', () => {
  it('trims blanks, as in the commodity "silver " of the ICMM file', () => {
    const { outcome, row } = apply('trim', { 'Primary Commodity': 'silver ', Country: '  ', n: 1 })
    expect(outcome).toEqual({ detail: 'Primary Commodity, Country' })
    expect(row).toEqual({ 'Primary Commodity': 'silver', Country: null, n: 1 })
    expect(apply('trim', { a: 'tin' }).outcome).toBeNull()
  })

  it.each([
    ['BolaÃ±itos', 'Bolañitos'],
    ['RÃ\u00ado Turbio Coal Mine', 'Río Turbio Coal Mine'],
    ['Parque Nacional del ManÃº', 'Parque Nacional del Manú'],
    ['Reserva PaisajÃ­stica Nor Yauyos â€“ Cochas', 'Reserva Paisajística Nor Yauyos – Cochas'],
    ['è…¾å†²', '腾冲'],
  ])('decodes %s once', (broken, right) => {
    expect(undoDoubleEncoding(broken)).toBe(right)
    expect(undoDoubleEncoding(right)).toBe(right)
  })

  it.each(['Åsgård', 'Côte d’Ivoire', 'Área Natural', '洛阳钼业', 'SÃO PAULO', '100 % – 50 €'])(
    'leaves %s as it is',
    (text) => {
      expect(undoDoubleEncoding(text)).toBe(text)
    },
  )

  it('makes the typographic minus of ICMM07721 a plain one', () => {
    const { outcome, row } = apply('unicode_minus', { latitude: '−23.8901', mine_name: '−X', range: '1−2' })
    expect(outcome).toEqual({ detail: 'latitude' })
    expect(row).toEqual({ latitude: '-23.8901', mine_name: '−X', range: '1−2' })
  })
})

describe('facts', () => {
  it('takes a status year of 0 for unknown, and no other', () => {
    expect(apply('status_year_zero_is_unknown', { status_yr: '0' }).row.status_yr).toBeNull()
    expect(apply('status_year_zero_is_unknown', { status_yr: '1970' }).outcome).toBeNull()
    expect(apply('status_year_zero_is_unknown', { status_yr: null }).outcome).toBeNull()
  })

  it('takes a population of 0 for unknown', () => {
    expect(apply('population_zero_is_unknown', { population: 0 }).row.population).toBeNull()
    expect(apply('population_zero_is_unknown', { population: 12 }).row.population).toBe(12)
  })

  it.each([
    ['1', 'EXACT_LOCATION'],
    ['2', 'APPROXIMATE_LOCATION'],
    ['3', 'ADMINISTRATIVE_REGION'],
  ])('reads geographic precision %s as %s', (geo_precision, accuracy) => {
    expect(apply('accuracy_from_geo_precision', { geo_precision }).row.loc_accuracy).toBe(accuracy)
    const stated = { geo_precision, loc_accuracy: 'COUNTRY' }
    expect(apply('accuracy_from_geo_precision', stated).row.loc_accuracy).toBe('COUNTRY')
  })

  it('rounds a place that must be generalised and reads it as approximate, so that no distance tells it again', () => {
    const exact = {
      sensitivity: 'SNAPPED',
      latitude: '-8.8149',
      longitude: '13.2302',
      geo_precision: '1',
      loc_accuracy: 'EXACT_LOCATION',
    }
    const { row } = apply('generalised_place', exact)
    expect(row).toMatchObject({
      latitude: -8.8,
      longitude: 13.2,
      geo_precision: '2',
      loc_accuracy: 'APPROXIMATE_LOCATION',
    })
    expect(apply('generalised_place', { sensitivity: 'PUBLIC', latitude: '1.23' }).outcome).toBeNull()
  })

  it('takes a report without sensitivity for public, and leaves a stated one', () => {
    expect(apply('sensitivity_public_if_unstated', {}).row.sensitivity).toBe('PUBLIC')
    expect(apply('sensitivity_public_if_unstated', { sensitivity: 'RESTRICTED' }).row.sensitivity).toBe('RESTRICTED')
  })

  it.each([
    [{ status: 'Designated', int_crit: null, realm: 'Terrestrial' }, true],
    [{ status: 'Inscribed', int_crit: 'World Heritage (natural)', realm: 'Coastal' }, true],
    [{ status: 'Proposed', int_crit: null, realm: 'Terrestrial' }, false],
    [{ status: 'Designated', int_crit: 'Biosphere', realm: 'Terrestrial' }, false],
    [{ status: 'Designated', int_crit: null, realm: 'Marine' }, false],
  ])('counts %j: %s', (row, isCounted) => {
    expect(apply('area_counted_by_wdpa_rule', { ...row }).row.is_counted).toBe(isCounted)
  })
})

describe('places', () => {
  it('finds the country by location, whatever the source states', () => {
    expect(apply('country_by_location', { longitude: 25, latitude: -5, iso3: 'ZMB' }).row.iso3).toBe('COD')
  })

  it('gives a point at sea to a coast within 25 km and no farther', () => {
    expect(apply('country_by_location', { longitude: 30.2, latitude: -15 }).row.iso3).toBe('ZMB')
    const { outcome } = apply('country_by_location', { longitude: 30.5, latitude: -15 })
    expect(outcome).toEqual({ column: 'iso3', reason: 'in no country and none within 25 km' })
  })

  it('takes the region from the table, and sets aside what lies outside the four', () => {
    expect(apply('region_of_country', { iso3: 'KAZ' }).row.region_id).toBe('CAS')
    expect(apply('region_of_country', { iso3: 'USA' }).outcome).toEqual({
      column: 'region_id',
      reason: 'outside the four regions (USA)',
    })
  })

  it('exchanges latitude and longitude where only that puts the point into its country', () => {
    const { outcome, row } = apply('swapped_coordinates', { iso3: 'KAZ', latitude: '70', longitude: '45' })
    expect(outcome).toEqual({ detail: 'latitude 70, longitude 45', movedM: expect.closeTo(3_109_754, -5) })
    expect(row).toMatchObject({ latitude: 45, longitude: 70 })
  })

  it.each([
    { iso3: 'KAZ', latitude: 45, longitude: 70 },
    { iso3: 'KAZ', latitude: 50.3, longitude: 70 },
    { iso3: 'ZMB', latitude: 12, longitude: 100 },
    { iso3: 'ZZZ', latitude: 70, longitude: 45 },
    { iso3: 'KAZ', latitude: 'north', longitude: 45 },
    { iso3: null, latitude: 70, longitude: 45 },
  ])('does not exchange %j', (row) => {
    expect(apply('swapped_coordinates', { ...row })).toEqual({ outcome: null, row })
  })

  it('mends coordinates out of range where the stated country leaves no doubt', () => {
    const { row } = apply('swapped_coordinates', { iso3: 'USA', latitude: '-100', longitude: '35' })
    expect(row).toMatchObject({ latitude: 35, longitude: -100 })
  })
})

describe('the ICMM crosswalk', () => {
  it('makes codes of the commodity words, each once, the main one first', () => {
    const words = {
      'Primary Commodity': 'thermal coal',
      'Secondary Commodity': 'metallurgical coal',
      'Other Commodities': null,
    }
    expect(apply('icmm_commodities', { ...words }).row).toMatchObject({ commod1: 'COAL', commod2: null, commod3: null })
    const many = {
      'Primary Commodity': 'lead',
      'Secondary Commodity': 'zinc',
      'Other Commodities': 'lead;silver;gold;copper',
    }
    expect(apply('icmm_commodities', { ...many }).row).toMatchObject({ commod1: 'PB', commod2: 'ZN', commod3: 'OTH' })
  })

  it('calls a steel plant steelworks, as in "Refinery; Steel Plant"', () => {
    expect(apply('icmm_asset_type', { asset_type: 'Refinery; Steel Plant' }).row.asset_type).toBe('Refinery;Steelworks')
  })

  it('takes the place of a facility of very low confidence for approximate', () => {
    expect(apply('icmm_accuracy', { confidence: 'Very Low' }).row.loc_accuracy).toBe('APPROXIMATE_LOCATION')
    expect(apply('icmm_accuracy', { confidence: 'High' }).row.loc_accuracy).toBe('COORDINATES')
  })
})
