import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { address, type Visit, visit } from '#test/e2e/atlas-page.ts'

/** Open a page by its path and query, e.g. `coverage?lang=zh`, in a context of its own, and wait until its questions are answered. */
export async function open(browser: Browser, path: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const visited = await visit(browser, 'lang=en', options)
  visited.complaints.length = 0
  await visited.page.goto(`${address()}${path}`)
  await isAnswered(visited.page)
  return visited
}

/** Nothing on the page waits for an answer any more. */
export async function isAnswered(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(() => document.querySelector('.skeleton, [aria-busy="true"]') === null, undefined, {
    timeout: 60_000,
  })
}

export interface Cell {
  readonly cell_id: string
  readonly place_id: string
  readonly active: number
  readonly completed: number
  readonly target: number | null
}

export interface MatrixRow {
  readonly indicator_id: string
  readonly name_en: string
  readonly name_zh: string
  readonly region_id: string | null
  readonly dimension: string | null
  readonly period_end: string
  readonly baseline: number | null
  readonly milestone: number | null
  readonly target: number | null
  readonly actual: number | null
  readonly ratio: number | null
  readonly letter: string | null
  readonly grey_reason: string | null
}

/** The rows of the Result Matrix for all regions in one year. */
export const overallRows = (rows: readonly MatrixRow[], year: string): readonly MatrixRow[] =>
  rows.filter((row) => row.region_id === null && row.dimension === null && row.period_end.startsWith(year))
