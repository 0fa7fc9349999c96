import { useQuery } from '@tanstack/react-query'
import { datasets } from '#data/catalog.ts'
import { qualityQuery } from '#web/api/queries.ts'
import { formatCount, formatDay } from '#web/encoding/format.ts'
import { QueryState } from '#web/panels/query-state.tsx'
import { useSpeech } from '#web/text/text.ts'
import { Dialog } from '#web/ui/dialog.tsx'

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Every dataset: where it comes from, of which date, what was mended and what was refused. */
export function DataDialog({ isOpen, onClose }: Props) {
  const { t } = useSpeech()
  return (
    <Dialog
      title={t('data.title')}
      subtitle={t('data.subtitle')}
      closeLabel={t('dialog.close')}
      isOpen={isOpen}
      size="narrow"
      onClose={onClose}
    >
      <div className="dialog-body">
        <Datasets />
      </div>
    </Dialog>
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
