import { describe, expect, it } from 'vitest'
import { indicatorPeriods } from '#data/datasets/indicator-periods.ts'
import { mendsOf } from '#server/prepare/mend/registry.ts'
import { RowGate } from '#server/prepare/row.ts'
import { placesFor } from '#test/prepare/places.ts'

const good = {
  period_id: 'a',
  indicator_id: 'O1.1',
  period_start: '2017-01-01',
  period_end: '2017-12-31',
  milestone: '5',
}

/** What becomes of a row of `indicator-periods.csv`: `null` if it is used, else its column and the reason. */
function fateOf(more: Record<string, string>): string | null {
  const gate = new RowGate({ columns: {}, mends: mendsOf(indicatorPeriods) }, placesFor(indicatorPeriods))
  const values = { ...good, ...more }
  const outcome = gate.pass({ rowNumber: 2, rawText: '', values, geometry: null, damage: null })
  return 'reject' in outcome ? `${outcome.reject.column}: ${outcome.reject.reason}` : null
}

describe('a row of the Result Matrix', () => {
  it.each([
    [{}],
    [{ override_rag: 'RED', override_reason_zh: '人员离职' }],
    [{ dimension: 'sex', dimension_value: 'female' }],
    [{ dimension: 'issue', dimension_value: 'OHS', region_id: 'AFR' }],
  ])('is used: %o', (more) => {
    expect(fateOf(more)).toBeNull()
  })

  it.each([
    [{ indicator_id: 'O9.9' }, 'indicator_id: "O9.9" is not in result_indicators'],
    [{ override_rag: 'RED' }, 'override_reason_en: a status set by hand needs a reason'],
    [{ override_rag: 'PINK', override_reason_en: 'x' }, 'override_rag: "PINK" is not in the vocabulary "Status"'],
    [{ dimension: 'sex', dimension_value: 'OHS' }, 'dimension_value: "OHS" is no part of "sex"'],
    [{ dimension: 'sex' }, 'dimension_value: "" is no part of "sex"'],
    [{ period_end: '2016-12-31' }, 'period_end: 2016-12-31 is not after 2017-01-01'],
    [{ milestone: 'many' }, 'milestone: "many" is not a number'],
  ])('goes to the quarantine with column and reason: %o', (more, why) => {
    expect(fateOf(more)).toBe(why)
  })
})
