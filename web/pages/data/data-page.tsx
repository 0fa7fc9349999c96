import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'wouter'
import { datasets } from '#data/catalog.ts'
import { type DatasetQuality, qualityQuery } from '#web/api/queries.ts'
import { formatCount } from '#web/encoding/format.ts'
import { PageFrame } from '#web/page-frame.tsx'
import { DatasetDetail } from '#web/pages/data/dataset-detail.tsx'
import { SnapshotNote } from '#web/pages/data/snapshot-note.tsx'
import type { PageProps } from '#web/pages.ts'
import { QueryState } from '#web/panels/query-state.tsx'
import { pageHref } from '#web/state/page-link.ts'
import { useView } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'
import '#web/pages/data/data-page.css'

/** Every dataset: where it comes from, of which date, what was mended and what was refused; one of them in full. */
export function DataPage({ theme }: PageProps) {
  const { t } = useSpeech()
  const { dataset } = useParams()
  const quality = useQuery(qualityQuery())
  const isKnown = dataset !== undefined && Object.hasOwn(datasets, dataset)
  if (isKnown) return <DatasetDetail theme={theme} dataset={datasets[dataset as keyof typeof datasets]} />
  return (
    <PageFrame theme={theme} title={t('data.title')} lead={t('data.subtitle')}>
      <QueryState query={quality} lines={14}>
        {(data) => (
          <>
            <DatasetTable datasets={data.datasets} />
            <SnapshotNote snapshot={data.snapshot} preparedAt={data.prepared_at} />
            <section className="page-section">
              <h2>{t('data.yours')}</h2>
              <p className="page-text">{t('data.yours_how')}</p>
              <pre className="command">npm run data -- import protected_areas ~/WDPA_Nov2025.zip --replace</pre>
              <p className="page-text panel-note">{t('data.yours_note')}</p>
            </section>
          </>
        )}
      </QueryState>
    </PageFrame>
  )
}

const numbers = ['rows', 'mended', 'flagged', 'quarantined'] as const

function DatasetTable({ datasets: list }: { readonly datasets: readonly DatasetQuality[] }) {
  const { t } = useSpeech()
  return (
    <div className="wide-table">
      <table className="plain-table">
        <caption className="visually-hidden">{t('data.subtitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('data.dataset')}</th>
            <th scope="col">{t('data.publisher')}</th>
            <th scope="col">{t('data.licence')}</th>
            <th scope="col">{t('data.release')}</th>
            {numbers.map((name) => (
              <th key={name} scope="col" className="is-number">
                {t(`data.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.map((entry) => (
            <DatasetRow key={entry.dataset} entry={entry} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function DatasetRow({ entry }: { readonly entry: DatasetQuality }) {
  const { t, say, language } = useSpeech()
  const [view] = useView()
  const { dataset, source } = entry
  return (
    <tr>
      <th scope="row">
        <Link href={pageHref(`/data/${dataset}`, view)}>{say(source.title)}</Link>
        {source.is_illustrative ? <span className="tag">{t('illustrative.tag')}</span> : null}
      </th>
      <td>{say(source.publisher)}</td>
      <td>{source.licence}</td>
      <td>{source.date}</td>
      {numbers.map((name) => (
        <td key={name} className="is-number">
          {entry.read === 0 ? (
            <span className="is-missing">{t('value.none_short')}</span>
          ) : (
            formatCount(entry[name], language)
          )}
        </td>
      ))}
    </tr>
  )
}
