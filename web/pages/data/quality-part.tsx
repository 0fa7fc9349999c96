import { useQuery } from '@tanstack/react-query'
import type { Dataset } from '#data/define.ts'
import { type DatasetQuality, quarantineQuery } from '#web/api/queries.ts'
import { formatCount } from '#web/encoding/format.ts'
import { QueryState } from '#web/panels/query-state.tsx'
import { type TextId, useSpeech } from '#web/text/text.ts'

interface Props {
  readonly entry: DatasetQuality
  readonly dataset: Dataset
}

/** What prepare did with the rows: read = accepted + quarantined; mended and flagged ones by rule; how precise the places are. */
export function QualityPart({ entry, dataset }: Props) {
  const { t, language } = useSpeech()
  const count = (n: number) => formatCount(n, language)
  const counts = { read: count(entry.read), accepted: count(entry.accepted), quarantined: count(entry.quarantined) }
  const isClean = entry.found.length === 0 && entry.quarantined_by.length === 0
  return (
    <section className="page-section">
      <h2>{t('data.quality')}</h2>
      <p className="page-text">{t('data.balance', counts)}</p>
      <p className="page-text panel-note">{t('data.checks')}</p>
      <AccuracyMix entry={entry} dataset={dataset} />
      {isClean ? null : <Reasons entry={entry} />}
      {entry.quarantined === 0 ? null : <QuarantinedRows dataset={dataset.id} />}
    </section>
  )
}

/** How many places are exact, approximate or coarse, as one bar with its words. */
function AccuracyMix({ entry, dataset }: Props) {
  const { t, language, nameOf } = useSpeech()
  const vocabulary = dataset.accuracy === undefined ? undefined : dataset.fields[dataset.accuracy]?.vocabulary
  const total = entry.accuracy.reduce((sum, { n }) => sum + n, 0)
  if (vocabulary === undefined || total === 0) return null
  return (
    <>
      <h3 className="part-title">{t('data.accuracy')}</h3>
      <ul className="mix">
        {entry.accuracy.map(({ loc_accuracy, n }) => (
          <li key={loc_accuracy}>
            <span className="mix-name">{nameOf(vocabulary, loc_accuracy)}</span>
            <span className="mix-bar">
              <span style={{ inlineSize: `${(100 * n) / total}%` }} />
            </span>
            <span className="mix-number">{formatCount(n, language)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

const kinds: Readonly<Record<string, TextId>> = { mended: 'data.mended', flagged: 'data.flagged' }

function Reasons({ entry }: { readonly entry: DatasetQuality }) {
  const { t, language, nameOf } = useSpeech()
  const rows = [
    ...entry.quarantined_by.map(({ what, why, n }) => ({ kind: t('data.quarantined'), why: `${what}: ${why}`, n })),
    ...entry.found.map(({ what, why, n }) => ({
      kind: t(kinds[what] ?? 'data.flagged'),
      why: nameOf('finding_rule', why),
      n,
    })),
  ]
  return (
    <>
      <h3 className="part-title">{t('data.reasons')}</h3>
      <table className="plain-table is-narrow">
        <tbody>
          {rows.map(({ kind, why, n }) => (
            <tr key={`${kind}:${why}`}>
              <th scope="row">{kind}</th>
              <td>{why}</td>
              <td className="is-number">{formatCount(n, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const shownRows = 50

/** The refused rows as they stood in the file. */
function QuarantinedRows({ dataset }: { readonly dataset: string }) {
  const { t, language } = useSpeech()
  const refused = useQuery(quarantineQuery(dataset, shownRows))
  return (
    <details className="refused">
      <summary>{t('data.refused_rows')}</summary>
      <QueryState query={refused}>
        {({ rows, numberMatched }) => (
          <>
            <p className="panel-note">
              {t('data.refused_shown', {
                shown: formatCount(rows.length, language),
                all: formatCount(numberMatched, language),
              })}{' '}
              <a href={`/api/quality/quarantine?dataset=${dataset}&limit=10000`}>{t('data.refused_all')}</a>
            </p>
            <ol className="refused-rows">
              {rows.map((row) => (
                <li key={`${row.file}:${row.row_number}:${row.column_name}`}>
                  <span>{`${row.file}, ${t('data.line', { n: String(row.row_number) })}, ${row.column_name}: ${row.reason}`}</span>
                  <code>{row.raw_text}</code>
                </li>
              ))}
            </ol>
          </>
        )}
      </QueryState>
    </details>
  )
}
