import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mapIsReady, visit } from '#test/e2e/atlas-page.ts'
import { overflowOf, violations } from '#test/e2e/axe.ts'
import { launchBrowser } from '#test/setup/browser.ts'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true }
const selected = 'select=pilot_mines:cd-tenke-fungurume'
interface State {
  readonly name: string
  readonly query: string
  readonly options?: BrowserContextOptions
  /** Words that stand where the map has nothing to show. */
  readonly shows?: RegExp
}
const states: readonly State[] = [
  { name: 'dark, English', query: 'lang=en&theme=dark' },
  { name: 'light, Chinese', query: 'lang=zh&theme=light' },
  { name: 'a mine selected', query: `lang=en&theme=light&${selected}` },
  { name: 'the rows of a number', query: 'lang=en&theme=dark&open=rows&indicator=EN-01' },
  {
    name: 'nothing left by the filter',
    query: 'lang=en&theme=light&region=CAS&commodity=DIA',
    shows: /leaves no mine/,
  },
  { name: 'a phone', query: 'lang=zh&theme=light', options: phone },
  { name: 'a phone, dark, a mine selected', query: `lang=en&theme=dark&${selected}`, options: phone },
]

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test.each(states)('axe finds nothing and nothing scrolls sideways: $name', async ({ query, options = {}, shows }) => {
  const { page } = await visit(browser, query, options)
  await (shows === undefined ? mapIsReady(page) : page.getByText(shows).first().waitFor())
  expect(await violations(page)).toEqual([])
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  await page.context().close()
})
