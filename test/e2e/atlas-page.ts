import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect, inject } from 'vitest'

/** Address of the atlas under test with the given query, e.g. `lang=en&region=CAS`; of Explore unless another page is named. */
export const address = (query = '', path = '/'): string => `${inject('atlas')}${path}${query === '' ? '' : `?${query}`}`

/** The API's own answer to compare the page with. */
export async function api<Answer>(path: string): Promise<Answer> {
  const answer = await fetch(`${inject('atlas')}/api${path}`)
  expect(answer.status, path).toBe(200)
  return answer.json() as Promise<Answer>
}

export interface Visit {
  readonly page: Page
  /** What the browser complained of: console errors, page errors and refused by the content security policy. */
  readonly complaints: string[]
}

/** Open Explore in a context of its own. */
export const visit = (browser: Browser, query = 'lang=en', options: BrowserContextOptions = {}): Promise<Visit> =>
  open(browser, '/', query, options)

/** Open any page of the atlas in a context of its own. */
export async function open(
  browser: Browser,
  path: string,
  query: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(address(query, path))
  return { page, complaints }
}

export async function mapIsReady(page: Page): Promise<void> {
  await page.locator('[data-map="ready"]').waitFor({ timeout: 60_000 })
}

/** The number that stands in a text such as "26 pilot mines". */
export function numberIn(text: string | null): number {
  const digits = text?.replaceAll(/[,\u00a0\u202f ](?=\d{3})/g, '').match(/\d+(\.\d+)?/)?.[0]
  return Number(digits ?? Number.NaN)
}
