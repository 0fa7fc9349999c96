import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { address, api, mapIsReady, numberIn, visit } from '#test/e2e/atlas-page.ts'
import { launchBrowser } from '#test/setup/browser.ts'

interface Matched {
  readonly numberMatched: number
}
interface Answer {
  readonly places: readonly {
    readonly place_id: string
    readonly numerator: number | null
    readonly denominator: number | null
  }[]
}

const title = (page: Page) => page.getByRole('heading', { name: /pilot mines?$/ })
const placeOf = (answer: Answer, id: string) => answer.places.find((place) => place.place_id === id)

/** Move the ring by keyboard, as somebody without a pointer does. */
async function moveRingToEnd(page: Page): Promise<void> {
  const thumb = page.getByRole('slider', { name: /ring/i })
  await thumb.focus()
  await thumb.press('End')
}

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe('Explore', () => {
  test('all 141 pilot mines are on the map and in the table, and the headline counts them', async () => {
    const { page, complaints } = await visit(browser)
    await mapIsReady(page)
    await expect.poll(() => title(page).textContent()).toContain('141')
    const answer = await api<Answer>('/indicators/EN-03?by=region')
    const all = placeOf(answer, 'ALL')
    await expect.poll(() => page.locator('body').innerText()).toContain(`${all?.numerator} of ${all?.denominator}`)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('choosing a region narrows table and panel to what the API counts', async () => {
    const { page } = await visit(browser)
    await page
      .getByRole('toolbar', { name: 'Region' })
      .getByRole('button', { name: /^Central Asia/ })
      .click()
    const exposure = await api<Matched>('/collections/mine_exposure/items?f=json&region=CAS&limit=1')
    await expect.poll(async () => numberIn(await title(page).textContent())).toBe(exposure.numberMatched)
    await expect.poll(() => new URL(page.url()).searchParams.get('region')).toBe('CAS')
    await page.context().close()
  })

  test('moving the ring changes every count to the API’s, and the address tells another browser the same', async () => {
    const { page } = await visit(browser, 'lang=en&region=AFR')
    await mapIsReady(page)
    await moveRingToEnd(page)
    await expect.poll(() => new URL(page.url()).searchParams.get('radius_km')).toBe('50')
    const place = placeOf(await api<Answer>('/indicators/EN-03?by=region&region=AFR&radius_km=50'), 'AFR')
    const sentence = `${place?.numerator} of ${place?.denominator}`
    await expect.poll(() => page.locator('body').innerText()).toContain(sentence)

    const other = await visit(browser, new URL(page.url()).search.slice(1))
    await mapIsReady(other.page)
    await expect.poll(() => other.page.locator('body').innerText()).toContain(sentence)
    expect(await title(other.page).textContent()).toBe(await title(page).textContent())
    await other.page.context().close()
    await page.goBack()
    await expect.poll(() => new URL(page.url()).searchParams.get('radius_km')).toBeNull()
    await page.context().close()
  })

  test('each arrow key moves the ring to the next radius there is', async () => {
    const { page } = await visit(browser, 'lang=en&radius_km=5')
    const thumb = page.getByRole('slider', { name: /ring/i })
    expect(await thumb.getAttribute('aria-valuetext')).toBe('5 km')
    await thumb.press('ArrowRight')
    await expect.poll(() => new URL(page.url()).searchParams.get('radius_km')).toBe('5.1')
    await thumb.press('ArrowLeft')
    await thumb.press('ArrowLeft')
    await expect.poll(() => new URL(page.url()).searchParams.get('radius_km')).toBe('4.9')
    await page.context().close()
  })

  test('the export holds as many rows as the table says', async () => {
    const { page } = await visit(browser, 'lang=en&region=CAS')
    const button = page.getByRole('button', { name: /^Export \d+ rows?$/ }).first()
    await button.click()
    const href = await page.getByRole('link', { name: /CSV/ }).getAttribute('href')
    const archive = unzipSync(new Uint8Array(await (await fetch(new URL(href ?? '', address()))).arrayBuffer()))
    const name = Object.keys(archive).find((file) => file.endsWith('.csv') && !file.includes('dictionary')) ?? ''
    const rows: unknown[] = parse(Buffer.from(archive[name] ?? []), { columns: true, bom: true })
    expect(rows.length).toBe(numberIn(await title(page).textContent()))
    await page.context().close()
  })

  test('a number opens its rows, its SQL and its sources', async () => {
    const { page } = await visit(browser, 'lang=en&indicator=EN-01')
    await page.getByRole('button', { name: 'Rows', exact: true }).first().click()
    const dialog = page.getByRole('dialog')
    const answer = await api<Matched>('/indicators/EN-01/rows')
    await expect.poll(() => dialog.innerText()).toContain(String(answer.numberMatched))
    await dialog.getByRole('tab', { name: 'SQL' }).click()
    await expect.poll(() => dialog.innerText()).toContain('from proximity')
    await dialog.getByRole('tab', { name: 'Sources' }).click()
    await expect.poll(() => dialog.innerText()).toContain('CC-BY-4.0')
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog.count()).toBe(0)
    await page.context().close()
  })

  test('the table is walked and a mine chosen with the keyboard alone', async () => {
    const { page } = await visit(browser)
    const grid = page.getByRole('grid', { name: 'Pilot mines' })
    await grid.getByRole('row').nth(3).waitFor()
    await grid.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => new URL(page.url()).searchParams.get('select')).toMatch(/^pilot_mines/)
    await expect.poll(() => grid.locator('tr[aria-selected="true"]').count()).toBe(1)
    await page.context().close()
  })

  test('without WebGL the page says so and the table still works', async () => {
    const plain = await launchBrowser(['--disable-gpu', '--disable-3d-apis'])
    const { page } = await visit(plain)
    await expect.poll(() => page.locator('main').innerText()).toMatch(/WebGL/)
    await expect.poll(() => title(page).textContent()).toContain('141')
    await plain.close()
  })

  test('an unknown address part is ignored and the rest of the view kept', async () => {
    const { page, complaints } = await visit(browser, 'lang=en&region=CAS,ATLANTIS&radius_km=9999&nonsense=1')
    const exposure = await api<Matched>('/collections/mine_exposure/items?f=json&region=CAS&limit=1')
    await expect.poll(async () => numberIn(await title(page).textContent())).toBe(exposure.numberMatched)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('the page asks nobody but its own server', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const hosts = new Set<string>()
    page.on('request', (request) => hosts.add(new URL(request.url()).origin))
    await page.goto(address('lang=zh'))
    await mapIsReady(page)
    hosts.delete('null')
    expect([...hosts]).toEqual([inject('atlas')])
    await context.close()
  })
})
