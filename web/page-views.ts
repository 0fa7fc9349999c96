import type { ComponentType } from 'react'
import { later } from '#web/later.ts'
import type { PageId, PageProps } from '#web/pages.ts'

/** The code of each page, loaded when it is opened, and the texts with it. */
export const pageViews: Readonly<Record<PageId, ComponentType<PageProps>>> = {
  mine: later(async () => (await import('#web/pages/mine/mine-page.tsx')).MinePage),
  coverage: later(async () => (await import('#web/pages/coverage/coverage-page.tsx')).CoveragePage),
  issues: later(async () => (await import('#web/pages/issues/issues-page.tsx')).IssuesPage),
  issue: later(async () => (await import('#web/pages/issues/issue-page.tsx')).IssuePage),
  compare: later(async () => (await import('#web/pages/compare/compare-page.tsx')).ComparePage),
  briefing: later(async () => (await import('#web/pages/briefing/briefing-page.tsx')).BriefingPage),
  data: later(async () => (await import('#web/pages/data/data-page.tsx')).DataPage),
  glossary: later(async () => (await import('#web/pages/glossary/glossary-page.tsx')).GlossaryPage),
}
