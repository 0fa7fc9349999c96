import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { datasets } from '#data/catalog.ts'
import type { Fields } from '#data/field.ts'
import { askPeople, askWhatIsInside } from '#web/api/inside.ts'
import { type OverlayResult, overlayUrl } from '#web/api/overlay-job.ts'
import { formatCount, formatDistance, formatExact, formatRounded, unitText } from '#web/encoding/format.ts'
import { JobProgress } from '#web/panels/job-progress.tsx'
import { QueryProblem } from '#web/panels/query-state.tsx'
import { RowsTable } from '#web/panels/rows-table.tsx'
import { askInside, type DrawnShape } from '#web/state/drawn-shape.ts'
import { type DrawnDataset, drawnDatasets } from '#web/state/view.ts'
import { useSpeech } from '#web/text/text.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { EmptyNote } from '#web/ui/state-cards.tsx'

/** What lies inside a shape that the reader drew: one job for each kind of feature, with progress and a way to stop. */
export function InsideDialog({ shape }: { readonly shape: DrawnShape }) {
  const { t } = useSpeech()
  const client = useQueryClient()
  const { queries, progress } = useInside(shape)
  const isRunning = queries.some(({ isFetching }) => isFetching)
  const stop = () => void client.cancelQueries({ queryKey: ['inside'] })
  const close = () => {
    stop()
    askInside(null)
  }
  return (
    <Dialog
      title={t('inside.title')}
      subtitle={useShapeWords(shape)}
      closeLabel={t('dialog.close')}
      isOpen
      onClose={close}
    >
      {isRunning ? <JobProgress progress={progress} onStop={stop} /> : null}
      <Tabs className="tabs">
        <TabList className="tab-list" aria-label={t('inside.title')}>
          {drawnDatasets.map((dataset, index) => (
            <InsideTab key={dataset} dataset={dataset} result={queries[index]?.data} />
          ))}
        </TabList>
        {drawnDatasets.map((dataset, index) => {
          const query = queries[index]
          return (
            <TabPanel key={dataset} id={dataset} className="tab-panel">
              {query === undefined ? null : <Inside dataset={dataset} query={query} />}
            </TabPanel>
          )
        })}
      </Tabs>
    </Dialog>
  )
}

type Query = Pick<ReturnType<typeof useInside>['queries'][number], 'data' | 'error' | 'isFetching' | 'refetch'>

/** The jobs, and how far they are together. */
function useInside(shape: DrawnShape) {
  const [parts, setParts] = useState<Readonly<Record<string, number>>>({})
  const queries = useQueries({
    queries: drawnDatasets.map((dataset) => ({
      queryKey: ['inside', dataset, shape],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        askWhatIsInside(shape, dataset, {
          signal,
          onProgress: (progress) => setParts((known) => ({ ...known, [dataset]: progress })),
        }),
      staleTime: Number.POSITIVE_INFINITY,
    })),
  })
  const shares = drawnDatasets.map((dataset, index): number =>
    queries[index]?.data === undefined ? (parts[dataset] ?? 0) : 100,
  )
  return { queries, progress: shares.reduce((sum, share) => sum + share, 0) / shares.length }
}

function useShapeWords(shape: DrawnShape): string {
  const { t, language } = useSpeech()
  if (shape.kind === 'circle') return t('inside.circle', { radius: formatDistance(shape.radius_m, language) })
  return t('inside.area', { area: formatRounded(shape.hectares, language) + unitText('ha', language) })
}

function InsideTab({
  dataset,
  result,
}: {
  readonly dataset: DrawnDataset
  readonly result: OverlayResult | undefined
}) {
  const { say, language } = useSpeech()
  return (
    <Tab id={dataset} className="tab">
      {say(datasets[dataset].title)}
      <span className="inside-count">{result === undefined ? '…' : formatCount(result.totals.pairs, language)}</span>
    </Tab>
  )
}

function Inside({ dataset, query }: { readonly dataset: DrawnDataset; readonly query: Query }) {
  const { t } = useSpeech()
  const { data, error, isFetching, refetch } = query
  if (error !== null && !isFetching) return <QueryProblem error={error} onRetry={() => void refetch()} />
  if (data === undefined && isFetching) return <EmptyNote title={t('state.loading')} />
  if (data === undefined)
    return (
      <EmptyNote
        title={t('state.stopped')}
        action={<Button onPress={() => void refetch()}>{t('problem.retry')}</Button>}
      />
    )
  if (data.rows.length === 0) return <EmptyNote title={t('inside.none')}>{t('inside.none_why')}</EmptyNote>
  return <InsideRows dataset={dataset} result={data} />
}

const shown = ['left_name', 'overlap_ha', 'is_approx', 'uncertainty_m', 'longitude', 'latitude'] as const

/** The declared fields of the answer that say something of a drawn shape; its own name says nothing. */
function fieldsOf(dataset: DrawnDataset, { fields }: OverlayResult, name: { en: string; zh: string }): Fields {
  const wanted = shown.filter((field) => field !== 'overlap_ha' || dataset === 'protected_areas')
  return Object.fromEntries(
    wanted.flatMap((id) => {
      const field = fields.find((one) => one.name === id)
      return field === undefined ? [] : [[id, id === 'left_name' ? { ...field, label: name } : field]]
    }),
  )
}

function InsideRows({ dataset, result }: { readonly dataset: DrawnDataset; readonly result: OverlayResult }) {
  const { t, language } = useSpeech()
  const n = result.totals.pairs
  return (
    <>
      <header className="rows-head">
        <span>
          {t('rows.count', { count: n, n: formatCount(n, language) })}
          {dataset === 'host_communities' ? <People rows={result.rows} /> : null}
          {result.totals.overlap_ha === null || dataset !== 'protected_areas'
            ? null
            : ` · ${t('inside.overlap', { area: formatExact(result.totals.overlap_ha, language, 0) })}`}
          {result.left.too_coarse > 0 ? ` · ${t('basis.coarse', { count: result.left.too_coarse })}` : null}
        </span>
        <span className="rows-tools">
          {(['csv', 'geojson'] as const).map((format) => (
            <a key={format} className="button button-plain" href={overlayUrl(result.jobId, format, language)} download>
              {t(`export.${format}`)}
            </a>
          ))}
        </span>
      </header>
      <RowsTable rows={result.rows} keyField="left_id" fields={fieldsOf(dataset, result, datasets[dataset].title)} />
    </>
  )
}

/** People of the listed places inside, each once. */
function People({ rows }: { readonly rows: OverlayResult['rows'] }) {
  const { t, language } = useSpeech()
  const { data } = useQuery({
    queryKey: ['inside-people', rows.map(({ left_id }) => left_id)],
    queryFn: ({ signal }) => askPeople(rows, signal),
  })
  if (data === undefined || data === null || data.people === null) return null
  const people = t('near.people', { n: formatRounded(data.people, language) })
  const unknown = data.unknown === 0 ? '' : ` ${t('mine.unknown', { count: data.unknown })}`
  return <span title={formatCount(data.people, language)}>{` · ${people}${unknown}`}</span>
}
