import { term } from '#data/vocabularies/vocabulary.ts'
import { codesOf } from '#data/vocabularies.ts'
import type { Mend } from '#server/prepare/mend/mend.ts'
import type { Row } from '#server/prepare/read/record.ts'

const partsOf: Readonly<Record<string, readonly string[]>> = {
  issue: codesOf('guideline_issue'),
  sex: ['female', 'male'],
}
const isEmpty = (row: Row, column: string): boolean => (row[column] ?? null) === null

export const overrideNeedsReason: Mend = {
  id: 'override_needs_reason',
  kind: 'derive',
  description: term(
    'A status set by hand is used only with a reason in one of the two languages.',
    '人工设定的状态须附中文或英文理由方可采用。',
  ),
  apply(row) {
    const hasReason = !isEmpty(row, 'override_reason_en') || !isEmpty(row, 'override_reason_zh')
    if (isEmpty(row, 'override_rag') || hasReason) return null
    return { column: 'override_reason_en', reason: 'a status set by hand needs a reason' }
  },
}

export const breakdownIsWhole: Mend = {
  id: 'breakdown_is_whole',
  kind: 'derive',
  description: term(
    'A breakdown names its part, and the part belongs to it.',
    '细分维度须注明所属细分项，且二者相符。',
  ),
  apply(row) {
    if (isEmpty(row, 'dimension') && isEmpty(row, 'dimension_value')) return null
    if (partsOf[String(row.dimension)]?.includes(String(row.dimension_value))) return null
    return {
      column: 'dimension_value',
      reason: `"${row.dimension_value ?? ''}" is no part of "${row.dimension ?? ''}"`,
    }
  },
}

export const periodEndsLast: Mend = {
  id: 'period_ends_last',
  kind: 'derive',
  description: term('A period ends after it begins.', '时段的截止日期晚于起始日期。'),
  apply(row) {
    if (isEmpty(row, 'period_start') || isEmpty(row, 'period_end')) return null
    if (String(row.period_start) < String(row.period_end)) return null
    return { column: 'period_end', reason: `${row.period_end} is not after ${row.period_start}` }
  },
}
