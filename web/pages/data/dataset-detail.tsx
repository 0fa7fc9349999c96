import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { Dataset } from '#data/define.ts'
import { type DatasetQuality, qualityQuery } from '#web/api/queries.ts'
import { formatCount, formatDay } from '#web/encoding/format.ts'
import type { Theme } from '#web/encoding/palette.ts'
import { PageFrame } from '#web/page-frame.tsx'
import { FieldTable } from '#web/pages/data/field-table.tsx'
import { QualityPart } from '#web/pages/data/quality-part.tsx'
import { SnapshotNote } from '#web/pages/data/snapshot-note.tsx'
import { ExportMenu } from '#web/panels/export-menu.tsx'
import { OpenIn } from '#web/panels/open-in.tsx'
import { QueryState } from '#web/panels/query-state.tsx'
import { pageHref } from '#web/state/page-link.ts'
import { useView } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'

interface Props {
  readonly theme: Theme
  readonly dataset: Dataset
}

/** One dataset in full: source, quality, fields, and the command that replaces it. */
export function DatasetDetail({ theme, dataset }: Props) {
  const { t, say } = useSpeech()
  const [view] = useView()
  const quality = useQuery(qualityQuery())
  const exported = { collection: dataset.id, filter: {} }
  const tools = (
    <>
      <Link className="button button-plain" href={pageHref('/data', view)}>
        {t('data.all')}
      </Link>
      <OpenIn rows={exported} />
      <ExportMenu label={t('data.download')} rows={exported} />
    </>
  )
  return (
    <PageFrame theme={theme} title={say(dataset.title)} lead={say(dataset.description)} tools={tools}>
      <QueryState query={quality} lines={12}>
        {(data) => {
          const entry = data.datasets.find((one) => one.dataset === dataset.id)
          return (
            <>
              {entry === undefined ? null : <SourcePart entry={entry} />}
              <SnapshotNote snapshot={data.snapshot} preparedAt={data.prepared_at} />
              {entry === undefined ? null : <QualityPart entry={entry} dataset={dataset} />}
            </>
          )
        }}
      </QueryState>
      <FieldTable dataset={dataset} />
      <section className="page-section">
        <h2>{t('data.replace')}</h2>
        <p className="page-text">{t('data.replace_how')}</p>
        <pre className="command">{`npm run data -- template ${dataset.id}\nnpm run data -- import ${dataset.id} my-file.csv --replace`}</pre>
      </section>
    </PageFrame>
  )
}

function SourcePart({ entry }: { readonly entry: DatasetQuality }) {
  const { t, say, language } = useSpeech()
  const { source } = entry
  const lines: readonly (readonly [label: string, value: React.ReactNode])[] = [
    [t('data.publisher'), <Outside key="p" href={source.url} text={say(source.publisher)} />],
    [t('data.licence'), <Outside key="l" href={source.licence_url} text={source.licence} />],
    [t('data.attribution'), source.attribution],
    [t('data.release'), formatDay(source.date, language)],
    [t('data.rows'), formatCount(entry.rows, language)],
    [t('data.file'), <code key="f">{entry.file}</code>],
    [t('data.fingerprint'), <code key="h">{entry.sha256.slice(0, 16) || t('value.no_data')}</code>],
  ]
  return (
    <>
      {source.is_illustrative ? <p className="illustrative">{t('illustrative.banner')}</p> : null}
      <dl className="facts">
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const Outside = ({ href, text }: { readonly href: string; readonly text: string }) => (
  <a href={href} rel="noreferrer" target="_blank">
    {text}
  </a>
)
