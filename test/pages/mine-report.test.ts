import { parse } from 'csv-parse/sync'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { api, open } from '#test/e2e/atlas-page.ts'
import { overflowOf, violations } from '#test/e2e/axe.ts'
import { launchBrowser } from '#test/setup/browser.ts'

interface Report {
  readonly tier: string
  readonly rings: readonly {
    readonly radius_km: number
    readonly communities: number
    readonly areas: number
    readonly incidents_near: number
  }[]
  readonly incident_years: readonly { readonly year: number; readonly n: number }[]
  readonly nearest: { readonly incidents: { readonly total: number } }
}

const mine = '/mines/cd-tenke-fungurume'
const ringTable = (page: Page) => page.getByRole('table', { name: /^Each ring holds/ })
const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name)

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe('the report of one mine', () => {
  test('shows each ring with the numbers of the API, and keeps near and linked apart', async () => {
    const { page, complaints } = await open(browser, mine, 'lang=en')
    const report = await api<Report>(`${mine}/report`)
    await ringTable(page).waitFor()
    for (const ring of report.rings.filter(({ radius_km }) => radius_km > 0)) {
      const row = ringTable(page).getByRole('row', { name: new RegExp(`^≤ ${ring.radius_km} km`) })
      const cells = await row.getByRole('cell').allInnerTexts()
      const counts = cells.slice(1).map((cell) => Number.parseInt(cell, 10))
      expect(counts).toEqual([ring.communities, ring.areas, ring.incidents_near])
    }
    await expect.poll(() => page.getByText(/name this mine as linked, at whatever distance/).count()).toBe(1)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('names the list and its version, and says that it determines nothing', async () => {
    const { page } = await open(browser, mine, 'lang=en')
    const text = () => page.locator('main').innerText()
    await expect.poll(text).toContain('A benchmark, not a determination.')
    await expect.poll(text).toContain('version 2020-12')
    await page.context().close()
  })

  test('the period is walked with the keyboard alone, and the address keeps it', async () => {
    const { page } = await open(browser, mine, 'lang=en')
    const report = await api<Report>(`${mine}/report`)
    const [first] = report.incident_years
    const thumb = page.getByRole('slider', { name: 'First year' })
    await thumb.focus()
    await thumb.press('ArrowRight')
    const from = `${(first?.year ?? 0) + 1}-01-01`
    await expect.poll(() => parameter(page, 'from')).toBe(from)
    const later = await api<Report>(`${mine}/report?from=${from}`)
    await expect.poll(() => page.locator('main').innerText()).toContain(`${later.nearest.incidents.total} reports in`)
    await page.context().close()
  })

  test('a span drawn over the histogram is the period; one press takes one year', async () => {
    const { page } = await open(browser, mine, 'lang=en')
    const chart = page.locator('.time-chart')
    const box = await chart.boundingBox()
    if (box === null) throw new Error('the histogram is not in sight')
    await chart.click({ position: { x: box.width - 20, y: 20 } })
    const report = await api<Report>(`${mine}/report`)
    await expect.poll(() => parameter(page, 'from')).toBe(`${report.incident_years.at(-1)?.year}-01-01`)
    await page.context().close()
  })

  test('play walks through the years, and where motion is not wanted there is only a step', async () => {
    const moving = await open(browser, mine, 'lang=en', { reducedMotion: 'no-preference' })
    await moving.page.getByRole('button', { name: 'Play the years' }).click()
    await expect.poll(() => parameter(moving.page, 'to')).not.toBeNull()
    const before = parameter(moving.page, 'to')
    await expect.poll(() => parameter(moving.page, 'to')).not.toBe(before)
    await moving.page.context().close()

    const still = await open(browser, mine, 'lang=en', { reducedMotion: 'reduce' })
    await still.page.getByRole('button', { name: 'One year on' }).waitFor()
    expect(await still.page.getByRole('button', { name: 'Play the years' }).count()).toBe(0)
    await still.page.context().close()
  })

  test('the same data come as JSON, CSV and GeoJSON with the ring of the page', async () => {
    const { page } = await open(browser, mine, 'lang=en&radius_km=20')
    await page.getByRole('button', { name: 'Download' }).click()
    const href = await page.getByRole('link', { name: /^CSV/ }).getAttribute('href')
    const lines: Record<string, string>[] = parse(await (await fetch(new URL(href ?? '', inject('atlas')))).text(), {
      columns: true,
    })
    const report = await api<Report>(`${mine}/report?radius_km=20`)
    const ring = report.rings.find(({ radius_km }) => radius_km === 20)
    const line = lines.find(({ part, id, measure }) => part === 'ring' && id === '20' && measure === 'incidents_near')
    expect(line?.value).toBe(String(ring?.incidents_near))
    const shapes = await page.getByRole('link', { name: /^GeoJSON/ }).getAttribute('href')
    const drawn = await (await fetch(new URL(shapes ?? '', inject('atlas')))).json()
    expect(drawn).toMatchObject({ type: 'FeatureCollection', tier: report.tier })
    await page.context().close()
  })

  test('a mine known to its province only says so instead of rings', async () => {
    const located = await api<{ rows: { mine_id: string }[] }>(
      '/collections/pilot_mines/items?f=json&loc_accuracy=ADMINISTRATIVE_REGION&limit=1',
    )
    const { page } = await open(browser, `/mines/${located.rows[0]?.mine_id}`, 'lang=en')
    await page.getByText(/known only to a province or country/).waitFor()
    expect(await ringTable(page).count()).toBe(0)
    await page.context().close()
  })

  test('an id that nobody knows is said so, with the way to the map', async () => {
    const { page } = await open(browser, '/mines/nobody-knows-it', 'lang=en')
    await page.getByText('There is no mine of this id').waitFor()
    await page.getByRole('link', { name: 'Open the map' }).click()
    await expect.poll(() => new URL(page.url()).pathname).toBe('/')
    await page.context().close()
  })

  test('the mine selected on the map leads to its report, with the ring that was asked', async () => {
    const { page } = await open(browser, '/', 'lang=en&radius_km=20&select=pilot_mines:cd-tenke-fungurume')
    await page.getByRole('link', { name: 'Open the report of this mine' }).click()
    await expect.poll(() => new URL(page.url()).pathname).toBe(mine)
    expect(parameter(page, 'radius_km')).toBe('20')
    await page.context().close()
  })
})

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true }

describe('the report of one mine, for everybody', () => {
  test.each([
    ['light, English', 'lang=en&theme=light', {}],
    ['dark, Chinese', 'lang=zh&theme=dark&radius_km=50', {}],
    ['a phone, dark, English', 'lang=en&theme=dark', phone],
    ['a phone, light, Chinese', 'lang=zh&theme=light', phone],
  ] as const)('axe finds nothing and nothing scrolls sideways: %s', async (_name, query, options) => {
    const { page } = await open(browser, mine, query, options)
    await page.locator('.picture svg').first().waitFor()
    await page.getByRole('table').first().waitFor()
    expect(await violations(page)).toEqual([])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    await page.context().close()
  })

  test('axe finds nothing in the open menu and where a mine is not known', async () => {
    const { page } = await open(browser, mine, 'lang=en&theme=light')
    await page.getByRole('button', { name: 'Download' }).click()
    await page.getByRole('dialog', { name: 'Download' }).waitFor()
    expect(await violations(page, '[role="dialog"]')).toEqual([])
    await page.goto(page.url().replace('cd-tenke-fungurume', 'nobody-knows-it'))
    await page.getByText('There is no mine of this id').waitFor()
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })
})
