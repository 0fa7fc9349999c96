import { describe, expect, test } from 'vitest'
import { tinyApp } from '#test/setup/tiny-app.ts'

const tiny = tinyApp()
const reason = {
  en: 'No data: needs Due diligence step reached (due_diligence_step) of Pilot mines.',
  zh: expect.stringContaining('due_diligence_step'),
}

describe('an indicator that waits for a field', () => {
  test('answers no data with the reason, never zero', async () => {
    const { status, json } = await tiny.get('/api/indicators/VC-02')
    expect(status).toBe(200)
    expect(json.no_data).toEqual(reason)
    const places = json.places as unknown as { place_id: string; value: number | null; numerator: number | null }[]
    expect(places.map(({ place_id }) => place_id)).toEqual(['ALL', 'AFR', 'LAC', 'SEA', 'CAS'])
    for (const { value, numerator } of places) expect([value, numerator]).toEqual([null, null])
  })

  test('has no rows, and its statement says why', async () => {
    const { json: rows } = await tiny.get('/api/indicators/VC-02/rows?place=AFR')
    expect(rows).toMatchObject({ numberMatched: 0, rows: [] })
    const { json: sql } = await tiny.get('/api/indicators/VC-02/sql')
    expect(JSON.stringify(sql.value)).toContain(reason.en)
  })

  test('says in the list what it needs; the others need nothing', async () => {
    const { json } = await tiny.get('/api/indicators')
    const listed = json.indicators as unknown as { id: string; needs?: unknown; no_data?: unknown }[]
    expect(listed).toHaveLength(30)
    expect(listed.find(({ id }) => id === 'VC-02')).toMatchObject({
      needs: [{ dataset: 'pilot_mines', field: 'due_diligence_step' }],
      no_data: reason,
    })
    const waiting = listed.filter(({ needs }) => needs !== undefined).map(({ id }) => id)
    expect(waiting.sort()).toEqual(['CI-02', 'CI-03', 'EN-07', 'FO-01', 'HR-02', 'LP-01', 'OG-01', 'OG-02', 'VC-02'])
    expect(listed.find(({ id }) => id === 'EN-01')).not.toHaveProperty('no_data')
  })
})
