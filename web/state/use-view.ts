import { useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import { type Filter, filterOf, type View, type ViewChange, viewParsers } from '#web/state/view.ts'

export type ChangeView = (change: ViewChange, how?: { readonly history: 'push' | 'replace' }) => void

/** The view in the URL and how to change it. Each change is one step of the back button, unless it says `replace`. */
export function useView(): readonly [View, ChangeView] {
  const [view, setView] = useQueryStates(viewParsers, { history: 'push', clearOnDefault: true })
  const change: ChangeView = (next, how) => {
    void setView(next, how)
  }
  return [view, change]
}

/** The filter of the view in the URL; the same object as long as it says the same. */
export function useFilter(): Filter {
  const [view] = useView()
  const text = JSON.stringify(filterOf(view))
  return useMemo(() => JSON.parse(text) as Filter, [text])
}
