import type { Theme } from '#web/encoding/palette.ts'
import type { TextId } from '#web/text/text.ts'
import type { IconName } from '#web/ui/icon.tsx'

export interface PageProps {
  readonly theme: Theme
}

interface Page {
  /** A pattern of `wouter`: `:name` is a part that the page reads. */
  readonly path: string
  readonly name: TextId
  /** Where the rail links to it. A page without one is reached from what it is about. */
  readonly rail?: { readonly href: string; readonly icon: IconName }
}

/** Every page beside Explore, in the order of the rail; `page-views.ts` has the code of each. */
export const pages = {
  mine: { path: '/mines/:mineId', name: 'page.mine' },
  coverage: { path: '/coverage', name: 'rail.coverage', rail: { href: '/coverage', icon: 'grid' } },
  issues: { path: '/issues', name: 'rail.issues', rail: { href: '/issues', icon: 'list' } },
  issue: { path: '/issues/:issue', name: 'rail.issues' },
  compare: { path: '/compare', name: 'page.compare', rail: { href: '/compare', icon: 'compare' } },
  briefing: { path: '/briefing', name: 'rail.briefing', rail: { href: '/briefing', icon: 'print' } },
  data: { path: '/data/:dataset?', name: 'rail.data', rail: { href: '/data', icon: 'data' } },
  glossary: { path: '/glossary', name: 'rail.words', rail: { href: '/glossary', icon: 'words' } },
} as const satisfies Record<string, Page>

export type PageId = keyof typeof pages
export const pageEntries = Object.entries(pages) as [PageId, Page][]
