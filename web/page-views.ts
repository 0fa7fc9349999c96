import { type ComponentType, lazy } from 'react'
import type { PageId, PageProps } from '#web/pages.ts'

/** The code of each page, loaded when it is opened. */
export const pageViews: Readonly<Record<PageId, ComponentType<PageProps>>> = {
  data: lazy(async () => ({ default: (await import('#web/pages/data/data-page.tsx')).DataPage })),
  glossary: lazy(async () => ({ default: (await import('#web/pages/glossary/glossary-page.tsx')).GlossaryPage })),
}
