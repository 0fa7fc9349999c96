import { useMemo } from 'react'
import type { Field, Fields } from '#data/field.ts'
import { parameters } from '#data/parameters.ts'
import type { Row } from '#web/api/features.ts'
import { unitText } from '#web/encoding/format.ts'
import { useFieldText } from '#web/panels/field-text.tsx'
import { foreignTag, type Language, type Speech, useSpeech } from '#web/text/text.ts'
import { DataTable } from '#web/ui/data-table.tsx'
import type { TableColumn } from '#web/ui/table-model.ts'

interface Props {
  readonly rows: readonly Row[]
  readonly keyField: string
  readonly fields: Fields
}

/** Share of the width: names need room, codes less, flags least. */
function weightOf(name: string, { type, vocabulary }: Field): number {
  if (type === 'boolean') return 12
  if (name.endsWith('region_id')) return 9
  if (type !== 'string') return 10
  return vocabulary === undefined && !name.endsWith('iso3') ? 20 : 14
}

/** The field that holds the same in Chinese: `name_zh` of `name`, `title_zh` of `title_en`. */
const chineseOf = (name: string): string => `${name.replace(/_en$/, '')}_zh`
/** Ids and second-language names are left to the export. */
const isShown = (name: string): boolean => !name.endsWith('_zh') && (!name.endsWith('_id') || name === 'region_id')

function headerOf(name: string, field: Field, say: Speech['say'], language: Language): string {
  const label = say(name === 'iso3' ? parameters.country.label : field.label)
  const unit = field.unit === 'year' ? '' : unitText(field.unit, language).trim()
  return unit === '' ? label : `${label} (${unit})`
}

/** Any rows, with a column for each of their declared fields. */
export function RowsTable({ rows, keyField, fields }: Props) {
  const { t, say, language } = useSpeech()
  const { words } = useFieldText()
  const columns = useMemo(
    () =>
      Object.entries(fields)
        .filter(([name]) => isShown(name))
        .map(([name, field]): TableColumn<Row> => {
          const contentOf = (row: Row) => (language === 'zh' ? row[chineseOf(name)] : null) ?? row[name] ?? null
          // The heading has the unit, so that a column of numbers is only numbers.
          const { unit: _, ...bare } = field
          const digits = field.unit === 'year' ? field : bare
          const text = (row: Row) => (contentOf(row) === null ? '' : words(name, digits, contentOf(row)))
          return {
            id: name,
            header: headerOf(name, field, say, language),
            weight: weightOf(name, field),
            isNumber: ['int', 'bigint', 'double'].includes(field.type),
            value: (row) => contentOf(row) ?? undefined,
            cell: (row) => (
              <span title={text(row)} lang={foreignTag(text(row), language)}>
                {text(row) || <span className="is-missing">{t('value.none_short')}</span>}
              </span>
            ),
          }
        }),
    [fields, language, say, words, t],
  )
  const keyed = useMemo(() => rows.map((row, index): Row => ({ ...row, '#': index })), [rows])
  return (
    <DataTable label={t('open.rows')} columns={columns} rows={keyed} keyOf={(row) => `${row[keyField]}-${row['#']}`} />
  )
}
