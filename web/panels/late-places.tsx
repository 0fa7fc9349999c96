import { lazy, Suspense, useEffect, useRef } from 'react'
import { later } from '#web/later.ts'
import { useAskedShape } from '#web/state/drawn-shape.ts'
import { useView } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'
import { Skeleton } from '#web/ui/state-cards.tsx'

const SearchBox = lazy(async () => ({ default: (await import('#web/panels/search-box.tsx')).SearchBox }))
const SelectionPanel = lazy(async () => ({ default: (await import('#web/panels/selection-panel.tsx')).SelectionPanel }))
const MineTable = lazy(async () => ({ default: (await import('#web/panels/mine-table.tsx')).MineTable }))
const InsideDialog = later(async () => (await import('#web/panels/inside-dialog.tsx')).InsideDialog)
const NumberDialog = lazy(async () => ({ default: (await import('#web/panels/number-dialog.tsx')).NumberDialog }))

/** Where the search stands: a box of its size until its code is there, right after the first numbers. */
export const SearchPlace = () => (
  <Suspense fallback={<div className="search search-waiting" />}>
    <SearchBox />
  </Suspense>
)

/** Where the selection is shown; its code comes with the first thing that is pointed at. */
export function SelectionPlace() {
  const { t } = useSpeech()
  const [view] = useView()
  const place = useBroughtIntoSight(view.select === null ? null : `${view.select.dataset}:${view.select.id}`)
  if (view.select === null) return <p className="panel-note selection-hint">{t('selection.none')}</p>
  return (
    <div ref={place}>
      <Suspense fallback={<Skeleton lines={7} label={t('state.loading')} />}>
        <SelectionPanel selection={view.select} />
      </Suspense>
    </div>
  )
}

/** Scrolls the panel so far that the top of what was just selected is seen, and no further. */
function useBroughtIntoSight(key: string | null) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const panel = place.current?.closest('.side')
    if (key === null || !panel || place.current === null) return
    const below =
      place.current.getBoundingClientRect().top - panel.getBoundingClientRect().top - panel.clientHeight * 0.5
    const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    if (below > 0) panel.scrollBy({ top: below, behavior: isStill ? 'instant' : 'smooth' })
  }, [key])
  return place
}

/** Where the table stands. */
export function MineTablePlace() {
  const { t } = useSpeech()
  return (
    <Suspense fallback={<Skeleton lines={6} label={t('state.loading')} />}>
      <MineTable />
    </Suspense>
  )
}

/** Where the window behind a number opens. */
export function NumberDialogPlace() {
  const [view] = useView()
  return <Suspense fallback={null}>{view.open === null ? null : <NumberDialog />}</Suspense>
}

/** Where the answer to a drawn shape opens. */
export function InsideDialogPlace() {
  const shape = useAskedShape()
  return <Suspense fallback={null}>{shape === null ? null : <InsideDialog shape={shape} />}</Suspense>
}
