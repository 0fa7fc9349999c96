import { describe, expect, it } from 'vitest'
import * as lists from '#test/fixtures/columns.ts'
import { csv, write } from '#test/fixtures/files.ts'
import { importInto, importWorld, reasonsIn } from '#test/import/world.ts'

const world = importWorld()
const { at } = world

describe('ACLED', () => {
  const { acledColumns: columns, record } = lists
  const base = {
    event_date: '2024-05-07',
    time_precision: 1,
    event_type: 'Protests',
    sub_event_type: 'Peaceful protest',
    iso: 894,
    country: 'Zambia',
    location: 'Chambishi',
    latitude: -12.6,
    longitude: 28,
    geo_precision: 1,
    source: 'Lusaka Times; BBC',
    fatalities: 0,
  }

  it('is known by its 31 columns; types, severity and country follow the crosswalk', async () => {
    const rows = [
      record(columns, {
        ...base,
        event_id_cnty: 'ZAM1',
        fatalities: 12,
        event_type: 'Battles',
        sub_event_type: 'Armed clash',
      }),
      record(columns, { ...base, event_id_cnty: 'ZAM2', geo_precision: 2, event_date: '07 May 2024' }),
      record(columns, { ...base, event_id_cnty: 'ZAM2' }),
      record(columns, { ...base, event_id_cnty: 'USA1', iso: 840, country: 'United States' }),
      record(columns, { ...base, event_id_cnty: 'ZAM3', event_type: 'Gossip' }),
    ]
    expect(columns).toHaveLength(31)
    const {
      normalised,
      loaded,
      rows: found,
    } = await importInto(world.bench, 'incident_reports', write(at('acled.csv'), csv(columns, rows)))
    expect(normalised.mapping.id).toBe('acled')
    expect(normalised.facts.redistribution).toBe('derived_only')
    expect(found).toMatchObject([
      {
        incident_id: 'ZAM1',
        incident_type: 'ARMED_CONFLICT',
        issue: 'HR',
        severity: '5',
        iso3: 'ZMB',
        region_id: 'AFR',
        n_sources: 2,
        fatalities: 12,
        loc_accuracy: 'EXACT_LOCATION',
      },
      {
        incident_id: 'ZAM2',
        incident_type: 'PROTEST',
        severity: '2',
        loc_accuracy: 'APPROXIMATE_LOCATION',
        title_en: 'Peaceful protest: Chambishi',
      },
    ])
    expect(reasonsIn(loaded)).toEqual([
      '1 x event_type: "Gossip" is not a word that is known here',
      '1 x incident_id: "ZAM2" is there twice',
      '1 x region_id: outside the four regions (USA)',
    ])
  })
})

describe('UCDP GED', () => {
  it('keeps best, low and high, and places events by the codebook’s precision', async () => {
    const { ucdpColumns: columns, record } = lists
    const base = {
      relid: 'x',
      type_of_violence: 3,
      dyad_name: 'A - Civilians',
      where_description: 'near Beni',
      number_of_sources: -1,
      date_prec: 4,
      date_start: '2023-02-01 00:00:00.000',
      latitude: -5,
      longitude: 29,
      country: 'DR Congo (Zaire)',
      best: 3,
      low: 2,
      high: 9,
    }
    const rows = [
      record(columns, { ...base, id: 1, where_prec: 1 }),
      record(columns, { ...base, id: 2, where_prec: 4 }),
    ]
    const {
      normalised,
      loaded,
      rows: found,
    } = await importInto(world.bench, 'incident_reports', write(at('GEDEvent_v24_1.csv'), csv(columns, rows)))
    expect(normalised.mapping.id).toBe('ucdp-ged')
    expect(loaded.rejects).toEqual([])
    expect(found).toMatchObject([
      {
        incident_id: 'ucdp-1',
        iso3: 'COD',
        severity: '4',
        time_precision: '3',
        geo_precision: '1',
        loc_accuracy: 'EXACT_LOCATION',
        fatalities: 3,
        fatalities_min: 2,
        fatalities_max: 9,
        n_sources: null,
      },
      { incident_id: 'ucdp-2', geo_precision: '3', loc_accuracy: 'ADMINISTRATIVE_REGION' },
    ])
  })
})
