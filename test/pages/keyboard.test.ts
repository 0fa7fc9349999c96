import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { address, api, mapIsReady, visit } from '#test/e2e/atlas-page.ts'
import { arrowTo, tabTo } from '#test/pages/keyboard.ts'
import { launchBrowser } from '#test/setup/browser.ts'

interface Matched {
  readonly numberMatched: number
}
interface Facets {
  readonly dropped: { readonly mines: number; readonly incidents: number }
}

const asked = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name)

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('with the keyboard only, an analyst: Central Asia and copper, ring to 20 km, precise only, from a number to rows, map and SQL', async () => {
  const { page, complaints } = await visit(browser)
  await mapIsReady(page)
  const regions = page.getByRole('toolbar', { name: 'Region' }).getByRole('button')
  await tabTo(page, regions)
  await arrowTo(page, regions.filter({ hasText: 'Central Asia' }), 'ArrowRight')
  await page.keyboard.press('Space')
  await expect.poll(() => asked(page, 'region')).toBe('CAS')

  await tabTo(page, page.getByRole('button', { name: /^Commodity/ }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('option', { name: /^Copper/ }))
  await page.keyboard.press('Space')
  await expect.poll(() => asked(page, 'commodity')).toBe('CU')
  await page.keyboard.press('Escape')

  const ring = page.getByRole('slider', { name: /ring/i })
  await tabTo(page, ring)
  for (let km = 10; km < 20; km++) await page.keyboard.press('ArrowRight')
  await expect.poll(() => asked(page, 'radius_km')).toBe('20')
  const query = 'region=CAS&commodity=CU&radius_km=20'
  const { dropped } = await api<Facets>(`/facets?${query}`)

  const precise = page.getByRole('checkbox', { name: /precise/i })
  await tabTo(page, precise, 'Shift+Tab')
  const words = await page.locator('.checkbox', { has: precise }).innerText()
  expect(words).toContain(String(dropped.mines))
  expect(words).toContain(String(dropped.incidents))
  await page.keyboard.press('Space')
  await expect.poll(() => asked(page, 'precise_only')).toBe('true')

  await tabTo(page, page.getByRole('button', { name: 'Rows', exact: true }))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  const rows = await api<Matched>(`/indicators/EN-03/rows?${query}&precise_only=true`)
  await dialog
    .getByText(new RegExp(`^${rows.numberMatched} rows?`))
    .first()
    .waitFor()
  await tabTo(page, dialog.getByRole('tab', { name: 'Rows' }))
  await arrowTo(page, dialog.getByRole('tab', { name: 'SQL' }), 'ArrowRight')
  await expect.poll(() => dialog.innerText()).toContain('from ')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
  await page.context().close()
})

test('with the keyboard only, a researcher: the join of mines and protected areas within 50 km, as a file with as many rows as the API counts', async () => {
  const { page, complaints } = await visit(browser)
  await mapIsReady(page)
  await tabTo(page, page.getByRole('slider', { name: /ring/i }))
  await page.keyboard.press('End')
  await expect.poll(() => asked(page, 'radius_km')).toBe('50')
  await tabTo(page, page.getByRole('button', { name: /^Open in … : the layers/ }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: /^Open these rows/ })
  await tabTo(page, dialog.getByRole('button', { name: /^Layer/ }))
  await page.keyboard.press('Enter')
  await arrowTo(page, page.getByRole('option', { name: 'Pairs of mine and protected area' }), 'ArrowDown')
  await page.keyboard.press('Enter')
  await tabTo(page, dialog.getByRole('tab', { name: 'QGIS' }))
  await arrowTo(page, dialog.getByRole('tab', { name: 'Files' }), 'ArrowRight')
  for (const format of ['GeoJSON', 'GeoParquet', 'CSV']) {
    const link = dialog.getByRole('link', { name: new RegExp(`^${format}`) })
    await tabTo(page, link, format === 'CSV' ? 'Shift+Tab' : 'Tab')
  }
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  const archive = unzipSync(new Uint8Array(await (await fetch(download.url())).arrayBuffer()))
  const name = Object.keys(archive).find((file) => file.endsWith('.csv') && !file.includes('dictionary')) ?? ''
  const rows: unknown[] = parse(Buffer.from(archive[name] ?? []), { columns: true, bom: true })
  const join = await api<Matched>('/collections/mine_area_pairs/items?f=json&limit=1&radius_km=50')
  expect(rows.length).toBe(join.numberMatched)
  expect(Object.keys(archive)).toEqual(expect.arrayContaining(['dictionary.csv', 'query.sql', 'metadata.json']))
  expect(download.url()).toContain(address().slice(0, -1))
  expect(complaints).toEqual([])
  await page.context().close()
})

test('with the keyboard only, a committee member: from the coverage in Chinese to two printed pages', async () => {
  const { page, complaints } = await visit(browser, 'lang=zh')
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', 'yes')
  })
  await page.goto(address('lang=zh', '/coverage'))
  await tabTo(page, page.getByRole('link', { name: '打印两页简报' }))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '委员会简报' }).waitFor()
  await tabTo(page, page.getByRole('button', { name: '打印或保存为PDF' }))
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('html').getAttribute('data-printed')).toBe('yes')
  expect(complaints).toEqual([])
  await page.context().close()
})
