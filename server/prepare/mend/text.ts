import { undoDoubleEncoding } from '#data/double-encoding.ts'
import { term } from '#data/vocabularies/vocabulary.ts'
import type { Mend } from '#server/prepare/mend/mend.ts'
import type { Row } from '#server/prepare/read/record.ts'

/** Change every text of a row; the names of the changed columns, or null. */
function changeTexts(row: Row, change: (text: string) => string | null): string | null {
  const changed: string[] = []
  for (const [column, value] of Object.entries(row)) {
    if (typeof value !== 'string') continue
    const next = change(value)
    if (next === value) continue
    row[column] = next
    changed.push(column)
  }
  return changed.length === 0 ? null : changed.join(', ')
}

export const trim: Mend = {
  id: 'trim',
  kind: 'mend',
  description: term('Blanks round a value are taken away.', '去除值首尾的空白。'),
  apply(row) {
    const changed = changeTexts(row, (text) => text.trim() || null)
    return changed === null ? null : { detail: changed }
  },
}

export const mojibake: Mend = {
  id: 'mojibake',
  kind: 'mend',
  description: term('Text that was encoded as UTF-8 twice is decoded once.', '将被重复编码为UTF-8的文本还原一次。'),
  apply(row) {
    const changed = changeTexts(row, undoDoubleEncoding)
    return changed === null ? null : { detail: changed }
  },
}

export const unicodeMinus: Mend = {
  id: 'unicode_minus',
  kind: 'mend',
  description: term('A typographic minus before a number becomes a plain one.', '将数字前的排版减号改为普通减号。'),
  apply(row) {
    const changed = changeTexts(row, (text) => text.replace(/^[\u2212\u2010-\u2013\uFE63\uFF0D](?=[\d.]+$)/, '-'))
    return changed === null ? null : { detail: changed }
  },
}
