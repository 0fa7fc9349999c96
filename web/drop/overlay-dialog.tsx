import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Text } from '#data/define.ts'
import { collectionsQuery } from '#web/api/collections.ts'
import { forgetJob, runOverlay } from '#web/api/overlay-job.ts'
import { OverlayForm } from '#web/drop/overlay-form.tsx'
import { inputsOf, type Question } from '#web/drop/overlay-question.ts'
import { OverlayRows } from '#web/drop/overlay-rows.tsx'
import { guessNameColumn, uploadOf } from '#web/drop/overlay-upload.ts'
import type { Parsed } from '#web/drop/parsed.ts'
import { JobProgress } from '#web/panels/job-progress.tsx'
import { QueryProblem, QueryState } from '#web/panels/query-state.tsx'
import { useSpeech } from '#web/text/text.ts'
import { Dialog } from '#web/ui/dialog.tsx'
import { EmptyNote } from '#web/ui/state-cards.tsx'
import '#web/drop/overlay.css'

interface Props {
  readonly file: File
  readonly parsed: Parsed
  readonly onClose: () => void
}

/** The reader's own file laid over any collection of the atlas: what is sent is said before, the result goes with the window. */
export function OverlayDialog({ file, parsed, onClose }: Props) {
  const { t } = useSpeech()
  const collections = useQuery(collectionsQuery())
  const [question, setQuestion] = useState<Question>(() => ({
    collection: 'mines',
    relation: 'within',
    distance_km: 10,
    k: 1,
    nameColumn: guessNameColumn(parsed),
  }))
  const upload = useMemo(() => uploadOf(parsed, question.nameColumn), [parsed, question.nameColumn])
  const [asked, setAsked] = useState<Question | null>(null)
  return (
    <Dialog title={t('own.title')} subtitle={file.name} closeLabel={t('dialog.close')} isOpen onClose={onClose}>
      <QueryState query={collections} lines={6}>
        {(known) => (
          <>
            <OverlayForm
              {...{ parsed, upload, question }}
              collections={known}
              onChange={(change) => setQuestion((before) => ({ ...before, ...change }))}
              onAsk={() => setAsked({ ...question })}
            />
            {asked === null ? null : (
              <OverlayAnswer
                question={asked}
                title={known.find(({ id }) => id === asked.collection)?.titles}
                inputs={() => inputsOf(asked, uploadOf(parsed, asked.nameColumn))}
              />
            )}
          </>
        )}
      </QueryState>
    </Dialog>
  )
}

interface AnswerProps {
  readonly question: Question
  readonly title: Text | undefined
  readonly inputs: () => object
}

/** The job of one question with its progress, then its rows. */
function OverlayAnswer({ question, title, inputs }: AnswerProps) {
  const { t } = useSpeech()
  const client = useQueryClient()
  const [progress, setProgress] = useState(0)
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['own-overlay', question],
    queryFn: ({ signal }) => runOverlay(inputs(), { signal, onProgress: setProgress }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })
  useForgetJob(data?.jobId)
  const stop = () => void client.cancelQueries({ queryKey: ['own-overlay'] })
  if (isFetching) return <JobProgress progress={progress} onStop={stop} />
  if (error !== null) return <QueryProblem error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <EmptyNote title={t('state.stopped')} />
  return <OverlayRows result={data} title={title} />
}

/** The server forgets the result with the window, with the tab, and when another question takes its place. */
function useForgetJob(jobId: string | undefined): void {
  useEffect(() => {
    if (jobId === undefined) return
    const forget = () => forgetJob(jobId)
    window.addEventListener('pagehide', forget)
    return () => {
      window.removeEventListener('pagehide', forget)
      forget()
    }
  }, [jobId])
}
