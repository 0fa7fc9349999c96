import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { overflowOf, violations } from '#test/e2e/axe.ts'
import { open } from '#test/e2e/committee-page.ts'
import { launchBrowser } from '#test/setup/browser.ts'

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true }
const paths = ['coverage', 'issues', 'issues/HR', 'briefing', 'glossary']
const looks = [
  ['light, English', 'lang=en&theme=light', {}],
  ['dark, Chinese', 'lang=zh&theme=dark', {}],
  ['a phone, dark, English', 'lang=en&theme=dark', phone],
  ['a phone, light, Chinese', 'lang=zh&theme=light', phone],
] as const
const windows = [
  'coverage?lang=en&theme=light&cell=AFR:EN',
  'coverage?lang=zh&theme=dark&result=O3.1',
  'coverage?lang=en&theme=dark&result=ALL',
  'coverage?lang=en&theme=light&list=totals',
  'coverage?lang=zh&theme=light&of=PC-02&place=ALL&open=rows',
  'issues/EN?lang=en&theme=dark&list=incidents',
  'issues/EN?lang=en&theme=light&of=EN-06&class=linked&place=SEA&open=rows',
]

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const pages = paths.flatMap((path) => looks.map(([look, query, options]) => ({ path, look, query, options })))

test.each(pages)('axe finds nothing and nothing scrolls sideways: /$path, $look', async ({ path, query, options }) => {
  const { page, complaints } = await open(browser, `${path}?${query}`, options)
  expect(await violations(page)).toEqual([])
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  expect(complaints).toEqual([])
  await page.context().close()
})

test.each(windows)('axe finds nothing in the window of /%s', async (path) => {
  const { page } = await open(browser, path)
  await page.getByRole('dialog').waitFor()
  expect(await violations(page)).toEqual([])
  await page.context().close()
})
