import { describe, expect, test } from 'vitest'
import { datasets, indicators } from '#data/catalog.ts'
import type { Indicator } from '#data/define.ts'
import type { Manifest } from '#server/engine/engine.ts'
import { derivedOnly } from '#server/export/derived-only.ts'
import { indicatorJob } from '#server/export/indicator-job.ts'
import type { ExportJob } from '#server/export/job.ts'

/** A manifest in which protected areas were imported from WDPA. */
const closed = { datasets: { protected_areas: { redistribution: 'derived_only' } } } as unknown as Manifest
const open = { datasets: {} } as unknown as Manifest

const { id, title, description, fields, key } = datasets.protected_areas
const areas: ExportJob = {
  id,
  title,
  description,
  fields,
  key,
  geometry: 'polygon',
  classOf: () => 'attribute',
  query: { sql: 'select * from protected_areas', parameters: {} },
  count: { sql: 'select count(*) as n from protected_areas', parameters: {} },
  parameters: {},
  words: title,
  inputs: ['protected_areas'],
}

describe('an export of data that must not be passed on', () => {
  test('carries id, country, region and what the atlas computed, without outlines, and says so in both languages', () => {
    const job = derivedOnly(areas, closed)
    const left = ['site_id', 'iso3', 'region_id', 'gis_area_km2', 'is_approx', 'is_counted']
    expect(Object.keys(job.fields)).toEqual(left)
    expect(job.geometry).toBe('none')
    expect(job.query.sql).not.toMatch(/name_eng|geometry/)
    expect(job.withheld?.en).toMatch(/^Derived values only: .*Protected areas/)
    expect(job.withheld?.zh).toContain('保护区')
  })

  test('is whole where nothing is closed', () => {
    expect(derivedOnly(areas, open)).toBe(areas)
  })

  test('keeps the mines of rows that mention such areas', () => {
    const indicator: Indicator = indicators['EN-01']
    const job = indicatorJob(indicator, {})
    const left = Object.keys(derivedOnly(job, closed).fields)
    expect(left).toContain('mine_id')
    expect(left).toContain('mine_name')
    const areaNames = Object.entries(job.fields).filter(
      ([, field]) => field === datasets.protected_areas.fields.name_eng,
    )
    for (const [name] of areaNames) expect(left).not.toContain(name)
  })
})
