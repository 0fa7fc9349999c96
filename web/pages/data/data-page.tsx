import { useQuery } from '@tanstack/react-query'
import { datasets } from '#data/catalog.ts'
import { qualityQuery } from '#web/api/queries.ts'
import { formatCount, formatDay } from '#web/encoding/format.ts'
import { PageFrame } from '#web/page-frame.tsx'
import type { PageProps } from '#web/pages.ts'
import { QueryState } from '#web/panels/query-state.tsx'
import { useSpeech } from '#web/text/text.ts'

/** Every dataset: where it comes from, of which date, what was mended and what was refused. */
export function DataPage({ theme }: PageProps) {
  const { t } = useSpeech()
  return (
    <PageFrame theme={theme} title={t('data.title')} lead={t('data.subtitle')}>
      <Datasets />
    </PageFrame>
  )
}

function Datasets() {
  const { t, say, language } = useSpeech()
  const quality = useQuery(qualityQuery())
  return (
    <QueryState query={quality} lines={10}>
      {(data) => (
        <>
          <p className="panel-note">
            {t('data.snapshot', { snapshot: data.snapshot.slice(0, 12), date: formatDay(data.prepared_at, language) })}
          </p>
          <ul className="sources">
            {data.datasets.map((dataset) => (
              <li key={dataset.dataset} className="source">
                <h3 className="source-title">
                  {say(dataset.source.title)}
                  {dataset.source.is_illustrative ? <span className="tag">{t('illustrative.tag')}</span> : null}
                </h3>
                <p>{say(datasets[dataset.dataset as keyof typeof datasets].description)}</p>
                <p>
                  <a href={dataset.source.url} rel="noreferrer" target="_blank">
                    {say(dataset.source.publisher)}
                  </a>
                  {' · '}
                  <a href={dataset.source.licence_url} rel="noreferrer" target="_blank">
                    {dataset.source.licence}
                  </a>
                  {' · '}
                  {formatDay(dataset.source.date, language)}
                </p>
                <p className="source-counts">
                  {t('data.counts', {
                    accepted: formatCount(dataset.accepted, language),
                    read: formatCount(dataset.read, language),
                    mended: formatCount(dataset.mended, language),
                    flagged: formatCount(dataset.flagged, language),
                    quarantined: formatCount(dataset.quarantined, language),
                  })}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </QueryState>
  )
}
