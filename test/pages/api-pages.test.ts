import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { address } from '#test/e2e/atlas-page.ts'
import { violations } from '#test/e2e/axe.ts'
import { launchBrowser } from '#test/setup/browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function visit(path: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await (await browser.newContext({ colorScheme })).newPage()
  await page.goto(new URL(path, address()).href)
  return page
}

test.each(['light', 'dark'] as const)(
  'axe finds nothing in the documentation: closed, a chapter open, a question open (%s)',
  async (scheme) => {
    const page = await visit('/api/docs', scheme)
    await page.locator('.opblock-tag').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.locator('.opblock-tag').nth(1).click()
    const question = page.locator('.opblock-summary-control').first()
    await question.waitFor()
    expect(await violations(page)).toEqual([])
    await question.click()
    await page.locator('.opblock-body table.parameters').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.context().close()
  },
)

test.each([
  '/api?f=html',
  '/api/collections?f=html&lang=zh',
  '/api/collections/mines?f=html',
  '/api/collections/mines/items?f=html',
  '/api/collections/mines/items?f=html&lang=zh&offset=50',
  '/api/collections/pilot_mines/items/cd-tenke-fungurume?f=html',
  '/api/collections/pilot_mines/queryables?f=html',
  '/api/processes/overlay?f=html',
])('axe finds nothing: %s', async (path) => {
  const page = await visit(path)
  expect(await violations(page)).toEqual([])
  await page.context().close()
})
