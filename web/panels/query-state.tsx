import { type UseQueryResult, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { asProblem, type ProblemKind } from '#web/api/problem.ts'
import { useView } from '#web/state/use-view.ts'
import { widenAll } from '#web/state/view.ts'
import { type TextId, useSpeech } from '#web/text/text.ts'
import { Button } from '#web/ui/button.tsx'
import { EmptyNote, ProblemCard, Skeleton } from '#web/ui/state-cards.tsx'

const words: Readonly<Record<ProblemKind, readonly [title: TextId, why: TextId]>> = {
  offline: ['problem.offline', 'problem.offline_why'],
  busy: ['problem.busy', 'problem.busy_why'],
  slow: ['problem.slow', 'problem.slow_why'],
  bad_parameter: ['problem.bad_parameter', 'problem.bad_parameter_why'],
  unknown: ['problem.unknown', 'problem.unknown_why'],
  failed: ['problem.failed', 'problem.failed_why'],
}

interface Props<Data> {
  readonly query: UseQueryResult<Data>
  readonly lines?: number
  readonly children: (data: Data) => ReactNode
}

/** The one way from a question to the screen: skeleton, slow, error, or the answer; an old answer stays while a new one comes. */
export function QueryState<Data>({ query, lines = 4, children }: Props<Data>) {
  const { t } = useSpeech()
  const { data, error, isFetching, fetchStatus, refetch } = query
  const isStopped = data === undefined && error === null && fetchStatus === 'idle'
  if (error !== null && data === undefined) return <QueryProblem error={error} onRetry={() => void refetch()} />
  return (
    <div className="query-state" aria-busy={isFetching}>
      {isFetching ? <SlowNote /> : null}
      {error !== null && !isFetching ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {isStopped ? <StoppedNote /> : null}
      {isStopped ? null : data === undefined ? <Skeleton lines={lines} label={t('state.loading')} /> : children(data)}
    </div>
  )
}

/** The reader stopped the questions before they were answered; all of them are asked again together. */
function StoppedNote() {
  const { t } = useSpeech()
  const client = useQueryClient()
  const onRetry = () =>
    void client.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'pending' })
  return <EmptyNote title={t('state.stopped')} action={<Button onPress={onRetry}>{t('problem.retry')}</Button>} />
}

interface ProblemProps {
  readonly error: Error
  readonly onRetry: () => void
}

/** An error in the words of the page; what the server said of it stands behind the request id, in its log. */
export function QueryProblem({ error, onRetry }: ProblemProps) {
  const { t } = useSpeech()
  const problem = asProblem(error)
  const [title, why] = words[problem.kind]
  return (
    <ProblemCard
      title={t(title)}
      why={t(why)}
      action={<WayOut kind={problem.kind} onRetry={onRetry} />}
      reference={problem.requestId === undefined ? undefined : t('problem.request', { id: problem.requestId })}
    />
  )
}

/** What the reader can do: ask again where that may help, else leave what the server does not know. */
function WayOut({ kind, onRetry }: { readonly kind: ProblemKind; readonly onRetry: () => void }) {
  const { t } = useSpeech()
  const [, change] = useView()
  if (kind === 'unknown') return <Button onPress={() => change({ select: null })}>{t('selection.close')}</Button>
  if (kind === 'bad_parameter') return <Button onPress={() => change(widenAll)}>{t('empty.widen')}</Button>
  return (
    <Button icon="reload" onPress={onRetry}>
      {t('problem.retry')}
    </Button>
  )
}

/** After one second of waiting: a moving line and a way out. */
function SlowNote() {
  const { t } = useSpeech()
  const client = useQueryClient()
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 1000)
    return () => clearTimeout(timer)
  }, [])
  if (!isSlow) return null
  return (
    <div className="slow-note" role="status">
      <span className="slow-line" />
      <span>{t('state.slow')}</span>
      <Button kind="link" onPress={() => void client.cancelQueries()}>
        {t('state.cancel')}
      </Button>
    </div>
  )
}
