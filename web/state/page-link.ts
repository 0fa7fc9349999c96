import { serializeView, type View } from '#web/state/view.ts'

/** What belongs to one look at one map, and means nothing on another page. */
const ofExplore = { at: null, select: null, open: null, of: null, place: null, class: null, shown: null } as const

/** The address of another page with the same question: filter, ring, indicator, language and theme go along. */
export const pageHref = (path: string, view: View): string => serializeView(path, { ...view, ...ofExplore })
