import type { Text } from '#data/define.ts'
import type { Fields } from '#data/field.ts'
import { type OverlayResult, overlayUrl } from '#web/api/overlay-job.ts'
import { formatCount, formatExact } from '#web/encoding/format.ts'
import { RowsTable } from '#web/panels/rows-table.tsx'
import { useSpeech } from '#web/text/text.ts'
import { EmptyNote } from '#web/ui/state-cards.tsx'

interface Props {
  readonly result: OverlayResult
  /** Of the collection that was asked. */
  readonly title: Text | undefined
}

const yours: Text = { en: 'Your feature', zh: '您的要素' }
const shown = ['left_name', 'right_name', 'distance_m', 'is_inside', 'overlap_ha', 'is_approx', 'uncertainty_m']

/** The declared fields of the answer that have a value somewhere; both sides bear the names that the reader knows them by. */
function fieldsOf({ fields, rows }: OverlayResult, title: Text | undefined): Fields {
  const labels: Readonly<Record<string, Text | undefined>> = { left_name: title, right_name: yours }
  return Object.fromEntries(
    shown.flatMap((id) => {
      const field = fields.find(({ name }) => name === id)
      const isKnown = rows.some((row) => row[id] !== null && row[id] !== undefined)
      return field === undefined || !isKnown ? [] : [[id, { ...field, label: labels[id] ?? field.label }]]
    }),
  )
}

/** Each pair of the answer, and the same as a file. */
export function OverlayRows({ result, title }: Props) {
  const { t, language } = useSpeech()
  const { totals, left } = result
  const count = (n: number) => formatCount(n, language)
  if (totals.pairs === 0) return <EmptyNote title={t('own.none')}>{t('inside.none_why')}</EmptyNote>
  return (
    <>
      <header className="rows-head">
        <span>
          {t('own.found', {
            pairs: count(totals.pairs),
            theirs: count(totals.left_features),
            yours: count(totals.right_features),
          })}
          {totals.overlap_ha === null
            ? null
            : ` · ${t('own.shared', { area: formatExact(totals.overlap_ha, language, 0) })}`}
          {left.too_coarse > 0 ? ` · ${t('basis.coarse', { count: left.too_coarse })}` : null}
        </span>
        <span className="rows-tools">
          {(['csv', 'geojson', 'parquet'] as const).map((format) => (
            <a key={format} className="button button-plain" href={overlayUrl(result.jobId, format, language)} download>
              {t(`export.${format}`)}
            </a>
          ))}
        </span>
      </header>
      <RowsTable rows={result.rows} keyField="left_id" fields={fieldsOf(result, title)} />
    </>
  )
}
