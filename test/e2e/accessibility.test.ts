import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mapIsReady, visit } from '#test/e2e/atlas-page.ts'
import { overflowOf, violations } from '#test/e2e/axe.ts'
import { launchBrowser } from '#test/setup/browser.ts'

/** Both themes and both languages; every other state is in `test/pages/explore-accessibility.test.ts`. */
const looks = [
  ['light, English', 'lang=en&theme=light'],
  ['dark, Chinese', 'lang=zh&theme=dark'],
] as const

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test.each(looks)('axe finds nothing and nothing scrolls sideways: %s', async (_name, query) => {
  const { page } = await visit(browser, query)
  await mapIsReady(page)
  expect(await violations(page)).toEqual([])
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  await page.context().close()
})
