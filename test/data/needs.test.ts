import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { datasets, indicators } from '#data/catalog.ts'
import type { Dataset, Indicator } from '#data/define.ts'
import { reasonForNoData } from '#server/engine/no-data.ts'

const waiting = (Object.values(indicators) as readonly Indicator[]).filter(({ needs }) => needs !== undefined)
const byId = datasets as Readonly<Record<string, Dataset>>
const sqlOf = (id: string): URL => new URL(`../../data/indicators/${id.toLowerCase()}.sql`, import.meta.url)

describe('an indicator that waits for fields', () => {
  test.each(waiting.map((indicator) => [indicator.id, indicator] as const))('%s', (id, { needs = [] }) => {
    for (const { dataset } of needs) expect(Object.keys(byId)).toContain(dataset)
    const missing = needs.filter(({ dataset, field }) => !(field in (byId[dataset]?.fields ?? {})))
    expect(missing, `${id}: all fields are there now; write its SQL and drop needs`).not.toEqual([])
    expect(existsSync(sqlOf(id)), `${id} has SQL beside its needs`).toBe(false)
  })

  test('says which field of which dataset, in both languages', () => {
    expect(reasonForNoData(indicators['VC-02'])).toEqual({
      en: 'No data: needs Due diligence step reached (due_diligence_step) of Pilot mines.',
      zh: expect.stringMatching(/^无数据.*试点矿山.*due_diligence_step/),
    })
  })
})

test('an indicator without needs has its SQL', () => {
  for (const { id, needs } of Object.values(indicators) as readonly Indicator[]) {
    if (needs === undefined) expect([id, existsSync(sqlOf(id))]).toEqual([id, true])
  }
})
