import { type ComponentType, lazy } from 'react'
import type { PageId, PageProps } from '#web/pages.ts'
import { speakLater } from '#web/text/text.ts'

/** A page whose code comes when it is opened, and the texts with it. */
const page = (load: () => Promise<ComponentType<PageProps>>): ComponentType<PageProps> =>
  lazy(async () => {
    const [view] = await Promise.all([load(), speakLater()])
    return { default: view }
  })

/** The code of each page, loaded when it is opened. */
export const pageViews: Readonly<Record<PageId, ComponentType<PageProps>>> = {
  coverage: page(async () => (await import('#web/pages/coverage/coverage-page.tsx')).CoveragePage),
  issues: page(async () => (await import('#web/pages/issues/issues-page.tsx')).IssuesPage),
  issue: page(async () => (await import('#web/pages/issues/issue-page.tsx')).IssuePage),
  briefing: page(async () => (await import('#web/pages/briefing/briefing-page.tsx')).BriefingPage),
  data: page(async () => (await import('#web/pages/data/data-page.tsx')).DataPage),
  glossary: page(async () => (await import('#web/pages/glossary/glossary-page.tsx')).GlossaryPage),
}
