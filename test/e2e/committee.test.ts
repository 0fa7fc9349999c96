import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { api, numberIn } from '#test/e2e/atlas-page.ts'
import { type Cell, isAnswered, type MatrixRow, open, overallRows } from '#test/e2e/committee-page.ts'
import { launchBrowser } from '#test/setup/browser.ts'

interface Coverage {
  readonly cells: readonly Cell[]
  readonly stages: readonly { readonly cell_id: string; readonly pilots: number }[]
  readonly pilots: readonly { readonly mine_name: string; readonly region_id: string; readonly issues: string }[]
  readonly next: readonly { readonly iso3: string; readonly name_en: string; readonly place_in_list: number }[]
}
interface Results {
  readonly rows: readonly MatrixRow[]
}

const running = ({ active, completed }: Cell): number => active + completed
const cellButton = (page: Page, name: RegExp) => page.getByRole('button', { name })

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe('a committee member before a meeting', () => {
  test('sees on one screen four regions by stage with their target, and which issue has no pilot in which region', async () => {
    const { page, complaints } = await open(browser, 'coverage?lang=en')
    const coverage = await api<Coverage>('/coverage')
    const empty = coverage.cells.filter((cell) => cell.place_id !== 'ALL' && running(cell) === 0)
    expect(empty.length).toBeGreaterThan(0)
    expect(await page.locator('button.cover-cell.is-empty').count()).toBe(empty.length)
    await expect.poll(() => page.locator('.coverage-headline').innerText()).toContain(`${empty.length} of 32`)
    const agreed = coverage.stages.find(({ cell_id }) => cell_id === 'AFR:AGREED')
    expect(await cellButton(page, /^Africa, Agreed: /).innerText()).toBe(String(agreed?.pilots))
    const target = coverage.cells.find(({ cell_id }) => cell_id === 'AFR:EN')?.target
    expect(await cellButton(page, /^Africa, Environment: /).innerText()).toContain(`/ ${target}`)
    const last = page.locator('.cover-total').last()
    expect((await last.boundingBox())?.y ?? 9_999).toBeLessThan(900)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('reads the four numbers and the status of each indicator as the API computes them', async () => {
    const { page } = await open(browser, 'coverage?lang=en&year=2018')
    const { rows } = await api<Results>('/result-matrix')
    const judged = overallRows(rows, '2018').filter(({ grey_reason }) => grey_reason !== 'context')
    expect(judged.length).toBeGreaterThanOrEqual(12)
    for (const row of judged) {
      const line = page.locator('.matrix tr', { has: page.getByRole('button', { name: row.name_en, exact: true }) })
      const shown = (await line.locator('td').allInnerTexts()).map((text) => text.trim().replace('†', ''))
      const number = (value: number | null) => (value === null ? '–' : String(value))
      expect([row.indicator_id, ...shown.slice(0, 3)]).toEqual([
        row.indicator_id,
        number(row.baseline),
        number(row.milestone),
        number(row.target),
      ])
      expect([row.indicator_id, shown[3]]).toEqual([
        row.indicator_id,
        row.actual === null ? 'no data' : String(row.actual),
      ])
      expect([row.indicator_id, shown[5]]).toEqual([row.indicator_id, row.letter])
    }
    await page.context().close()
  })

  test('finds only the two sourced targets unmarked, all other plan values marked as illustrative', async () => {
    const { page } = await open(browser, 'coverage?lang=en')
    const sourced = page.locator('.matrix td', { hasText: '†' })
    expect(await sourced.allInnerTexts()).toEqual(['100 †', '20 †'].map((text) => text.replace(' ', '')))
    await page.context().close()
  })

  test('opens a cell: its pilots, the statement that counted them, and the map with their mines marked', async () => {
    const { page } = await open(browser, 'coverage?lang=en')
    const { pilots } = await api<Coverage>('/coverage')
    const own = pilots.filter(({ region_id, issues }) => region_id === 'AFR' && issues.split(';').includes('VC'))
    await cellButton(page, /^Africa, Value chain/).click()
    const window = page.getByRole('dialog')
    for (const { mine_name } of own) await window.getByText(mine_name, { exact: true }).waitFor()
    expect(new URL(page.url()).searchParams.get('cell')).toBe('AFR:VC')
    await window.getByRole('tab', { name: 'SQL' }).click()
    await window.getByText('How many pilots work on each guideline issue').first().waitFor()
    await window.getByRole('tab', { name: 'Rows' }).click()
    await window.getByRole('link', { name: 'Show on map' }).click()
    await expect
      .poll(() => page.locator('.map-chip').innerText(), { timeout: 60_000 })
      .toContain('Value chain management')
    expect(numberIn(await page.locator('.map-chip').innerText())).toBe(own.length)
    await page.context().close()
  })

  test('sees a status set by hand beside the computed one, with its reason', async () => {
    const { page } = await open(browser, 'coverage?lang=en&year=2019')
    const line = page.locator('.matrix tr', { hasText: 'Tools published' })
    const marks = line.locator('.rag')
    expect(await marks.count()).toBe(2)
    expect(await marks.nth(0).getAttribute('data-rag')).toBe('AMBER')
    expect(await marks.nth(1).getAttribute('data-rag')).toBe('GREEN')
    expect(await line.innerText()).toContain('Set by hand to “On track”')
    await page.context().close()
  })

  test('reads where next with the reasons as numbers, in the order of the API', async () => {
    const { page } = await open(browser, 'coverage?lang=en')
    const { next } = await api<Coverage>('/coverage?radius_km=20')
    const sorted = [...next].sort((a, b) => a.place_in_list - b.place_in_list)
    const shown = await page.locator('.next-table tbody th').allInnerTexts()
    expect(shown.map((name) => name.trim())).toEqual(sorted.slice(0, 8).map(({ name_en }) => name_en))
    await page.context().close()
  })
})

describe('with the keyboard only', () => {
  test('a cell is opened and closed, and the focus returns to it', async () => {
    const { page } = await open(browser, 'coverage?lang=en')
    const cell = cellButton(page, /^Latin America, Human rights/)
    await cell.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await expect.poll(() => dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => cell.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.context().close()
  })

  test('the whole way from coverage to the briefing and its print button is walked', async () => {
    const { page } = await open(browser, 'coverage?lang=zh')
    await page.getByRole('link', { name: '打印两页简报' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '委员会简报' }).waitFor()
    await isAnswered(page)
    const print = page.getByRole('button', { name: '打印或保存为PDF' })
    await print.focus()
    expect(await print.isEnabled()).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.type('2026-01-01')
    await page.context().close()
  })

  test('the regions of an indicator are unfolded', async () => {
    const { page } = await open(browser, 'coverage?lang=en')
    await page.getByRole('button', { name: /Show the regions of Pilots completed/ }).focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('.matrix-region').count()).toBe(4)
    await page.context().close()
  })
})

describe('the page of an issue', () => {
  test('gives each indicator with the API’s counts behind it, and says which field is missing where there is no data', async () => {
    const { page, complaints } = await open(browser, 'issues/EN?lang=en')
    const text = await page.locator('.indicator-table').innerText()
    expect(text).toContain('needs Tailings class')
    const answer = await api<{ places: readonly { place_id: string; numerator: number; n: number }[] }>(
      '/indicators/EN-01',
    )
    const africa = answer.places.find(({ place_id }) => place_id === 'AFR')
    const cell = page.locator('.indicator-table tbody tr', { hasText: 'EN-01' }).locator('td[data-place="AFR"]')
    expect(await cell.innerText()).toContain(`n = ${africa?.n}`)
    await cell.getByRole('button').click()
    await page.locator('.rows-head').getByText(`${africa?.numerator} rows`, { exact: true }).waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('keeps linked and near apart, and shows how well incidents are reported', async () => {
    const { page } = await open(browser, 'issues/EN?lang=en')
    const lines = page.locator('.indicator-table .class-line')
    expect(await lines.count()).toBe(2)
    await page.getByRole('heading', { name: 'How well are incidents reported?' }).waitFor()
    await page.context().close()
  })

  test('prints two counts instead of a share where the denominator is below five', async () => {
    const { page } = await open(browser, 'issues/CI?lang=en')
    const answer = await api<{
      places: readonly { place_id: string; is_small: boolean; numerator: number; denominator: number }[]
    }>('/indicators/CI-05')
    const small = answer.places.find(({ is_small }) => is_small)
    expect(small).toBeDefined()
    const cell = page
      .locator('.indicator-table tbody tr', { hasText: 'CI-05' })
      .locator(`td[data-place="${small?.place_id}"]`)
    expect(await cell.innerText()).toContain(`${small?.numerator} / ${small?.denominator}`)
    expect(await cell.innerText()).not.toContain('%')
    await page.context().close()
  })

  test('says what precise only leaves out, and counts without it', async () => {
    const { page } = await open(browser, 'issues/EN?lang=en')
    const { dropped } = await api<{ dropped: { mines: number } }>('/facets')
    expect(await page.locator('.page-tools').innerText()).toContain(`${dropped.mines} mines`)
    await page.locator('.page-tools .checkbox').click()
    await expect.poll(() => new URL(page.url()).searchParams.get('precise_only')).toBe('true')
    const answer = await api<{ places: readonly { n: number }[] }>('/indicators/EN-01?precise_only=true')
    const all = page.locator('.indicator-table tbody tr', { hasText: 'EN-01' }).locator('td[data-place="ALL"]')
    await expect.poll(() => all.innerText()).toContain(`n = ${answer.places[0]?.n}`)
    await page.context().close()
  })
})
