import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { api, open } from '#test/e2e/atlas-page.ts'
import { overflowOf, violations } from '#test/e2e/axe.ts'
import { launchBrowser } from '#test/setup/browser.ts'

interface Rows {
  readonly rows: readonly { readonly mine_id: string }[]
}

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true }
const values = (page: Page) => page.getByRole('table', { name: /^Indicators of A/ })
const counted = (page: Page, words: string) =>
  page.locator('.compare-counts > div').filter({ hasText: words }).locator('dd').innerText()
const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name)

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe('Compare', () => {
  test('two regions: each value is the API’s, and the rows that only one has are counted', async () => {
    const { page, complaints } = await open(browser, '/compare', 'lang=en&indicator=EN-03')
    await values(page).waitFor()
    const [a, b] = await Promise.all(
      ['AFR', 'LAC'].map((region) => api<Rows>(`/indicators/EN-03/rows?place=ALL&region=${region}`)),
    )
    await expect.poll(() => counted(page, 'Only in A')).toBe(String(a?.rows.length))
    await expect.poll(() => counted(page, 'Only in B')).toBe(String(b?.rows.length))
    expect(await counted(page, 'the same')).toBe('0')
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('another indicator is explained when its name is pressed, by keyboard too; the address keeps all choices', async () => {
    const { page } = await open(browser, '/compare', 'lang=en')
    const name = values(page).getByRole('button', { name: 'Mines inside protected areas' })
    await name.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => parameter(page, 'indicator')).toBe('EN-01')
    await page.getByRole('heading', { name: /rows behind “Mines inside protected areas”/ }).waitFor()
    await page.getByRole('combobox').first().selectOption('SEA')
    await expect.poll(() => parameter(page, 'a')).toBe('SEA')
    await page.context().close()
  })

  test('two periods: a report of one year stands in that year only', async () => {
    const { page } = await open(browser, '/compare', 'lang=en&what=periods&a=2019-2019&b=2022-2022&indicator=HR-03')
    const [a, b] = await Promise.all(
      ['2019', '2022'].map((year) =>
        api<{ numberMatched: number }>(`/indicators/HR-03/rows?place=ALL&from=${year}-01-01&to=${year}-12-31`),
      ),
    )
    await expect.poll(() => counted(page, 'Only in A')).toBe(String(a?.numberMatched))
    await expect.poll(() => counted(page, 'Only in B')).toBe(String(b?.numberMatched))
    await page.context().close()
  })

  test('two mines: ring by ring, with pictures, and what lies near one, the other or both', async () => {
    const { page, complaints } = await open(browser, '/compare', 'lang=en&what=mines')
    await page.getByRole('table', { name: 'What lies within each ring' }).waitFor()
    await expect.poll(() => page.locator('.picture svg').count()).toBe(2)
    await expect.poll(() => counted(page, 'Only in A')).toMatch(/^\d+$/)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('snapshots: rows before and after, or in words that only one is kept', async () => {
    const { page } = await open(browser, '/compare', 'lang=en&what=snapshots')
    const { snapshots } = await api<{ snapshots: unknown[] }>('/snapshots')
    if (snapshots.length > 1) await page.getByRole('table', { name: 'Rows of each dataset' }).waitFor()
    else await page.getByText('Only the current snapshot is kept').waitFor()
    expect(await page.getByText('The data were updated').count()).toBe(0)
    await page.context().close()
  })

  test.each([
    ['regions, light, English', 'lang=en&theme=light', {}],
    ['countries, dark, Chinese', 'lang=zh&theme=dark&what=countries', {}],
    ['mines, dark, English', 'lang=en&theme=dark&what=mines', {}],
    ['snapshots, light, Chinese', 'lang=zh&theme=light&what=snapshots', {}],
    ['periods on a phone', 'lang=en&theme=dark&what=periods', phone],
    ['mines on a phone', 'lang=zh&theme=light&what=mines', phone],
  ] as const)('axe finds nothing and nothing scrolls sideways: %s', async (_name, query, options) => {
    const { page } = await open(browser, '/compare', query, options)
    await page.locator('.compare .plain-table, .compare .empty-note').first().waitFor()
    await page.waitForLoadState('networkidle')
    expect(await violations(page)).toEqual([])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    await page.context().close()
  })
})
