import type { Browser, Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { api } from '#test/e2e/atlas-page.ts'
import { type Cell, isAnswered, type MatrixRow, open, overallRows } from '#test/e2e/committee-page.ts'
import { launchBrowser } from '#test/setup/browser.ts'

const barMs = 6_000
const decisions = ['Bolivia: next country?', 'Evaluation: who reports by March']
const query = (lang: 'en' | 'zh', theme: string) =>
  `briefing?lang=${lang}&theme=${theme}&since=2025-01-01&decisions=${encodeURIComponent(decisions.join('\n'))}`

/** Text as a PDF reader finds it, without the spaces that it may or may not put between runs. */
const squeezed = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '')

async function print(page: Page): Promise<{ pages: string[]; milliseconds: number }> {
  const begun = performance.now()
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  const milliseconds = performance.now() - begun
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const { text } = await extractText(document)
  return { pages: text, milliseconds }
}

async function ready(page: Page): Promise<void> {
  await isAnswered(page)
  await page.locator('.brief-map[data-map="ready"] svg.brief-svg').waitFor({ timeout: 60_000 })
}

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe.each([
  ['en', 'light'],
  ['zh', 'dark'],
] as const)('the briefing in %s, from a %s screen', (lang, theme) => {
  test('is two pages whose numbers are those of the screen and of the API, with legend, sources and decisions', async () => {
    const { page, complaints } = await open(browser, query(lang, theme))
    await ready(page)
    const { pages, milliseconds } = await print(page)
    expect(pages.length).toBe(2)
    expect(milliseconds).toBeLessThan(barMs)
    const [first = '', second = ''] = pages.map(squeezed)

    const { rows } = await api<{ rows: readonly MatrixRow[] }>('/result-matrix')
    for (const row of overallRows(rows, '2019')) {
      expect(first).toContain(squeezed(lang === 'zh' ? row.name_zh : row.name_en))
      if (row.ratio !== null) expect(first).toContain(String(Math.round(row.ratio * 100) / 100))
    }
    const { cells } = await api<{ cells: readonly Cell[] }>('/coverage')
    const empty = cells.filter((cell) => cell.place_id !== 'ALL' && cell.active + cell.completed === 0)
    expect(first.split(lang === 'zh' ? '无/3' : 'none/3').length - 1).toBe(empty.length)

    const legend =
      lang === 'zh'
        ? ['非洲', '拉丁美洲', '东南亚', '中亚', '进行中或已完成的试点', '北', '赤道处2000km']
        : [
            'Africa',
            'LatinAmerica',
            'SoutheastAsia',
            'CentralAsia',
            'pilotactiveorcompleted',
            '2,000kmattheequator',
            'NaturalEarth',
          ]
    for (const words of legend) expect(second).toContain(words)
    for (const decision of decisions) expect(second).toContain(squeezed(decision))
    const inside = await api<{ rows: readonly { mine_name: string; name_eng: string }[] }>('/indicators/EN-01/rows')
    for (const { name_eng } of inside.rows) expect(second).toContain(squeezed(name_eng))
    const { as_of, sources } = await api<{ as_of: string; sources: readonly { date: string }[] }>('/coverage')
    for (const { date } of sources) expect(second).toContain(date.slice(0, 10))
    expect(first).toContain(as_of.slice(0, 4))

    for (const [index, sheet] of (await page.locator('.brief-page').allInnerTexts()).entries()) {
      const words = sheet.split(/\s+/).filter((word) => /^[\d.,/–-]+$/.test(word) && /\d/.test(word))
      expect(words.length).toBeGreaterThan(20)
      expect(words.filter((word) => !pages.map(squeezed)[index]?.includes(squeezed(word)))).toEqual([])
    }
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('clips nothing: each page holds all it says', async () => {
    const { page } = await open(browser, query(lang, theme))
    await ready(page)
    await page.emulateMedia({ media: 'print' })
    const sheets = await page.locator('.brief-page').evaluateAll((elements) =>
      elements.map((sheet) => {
        const frame = sheet.getBoundingClientRect()
        const isOutside = (element: Element) => {
          const box = element.getBoundingClientRect()
          return (
            box.width > 0 &&
            (box.right > frame.right + 0.5 || box.bottom > frame.bottom + 0.5 || box.left < frame.left - 0.5)
          )
        }
        const cut = [...sheet.querySelectorAll('td, th, p, li, figcaption')].filter(
          (element) =>
            element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflow !== 'visible',
        )
        const outside = [...sheet.querySelectorAll('table, p, li, footer, figure, figcaption')].filter(isOutside)
        return { fits: sheet.scrollHeight <= sheet.clientHeight, outside: outside.length, cut: cut.length }
      }),
    )
    expect(sheets).toEqual([
      { fits: true, outside: 0, cut: 0 },
      { fits: true, outside: 0, cut: 0 },
    ])
    await page.context().close()
  })
})

test('the address is the briefing: day of the last meeting and decisions survive a reload and are counted from', async () => {
  const { page } = await open(browser, query('en', 'light'))
  await ready(page)
  const reports = await api<{ rows: readonly { event_date: string }[] }>(
    '/collections/incident_reports/items?f=json&limit=1000',
  )
  const since = reports.rows.filter(({ event_date }) => event_date >= '2025-01-01').length
  const counts = await page.locator('.is-counts tbody td:last-child').allInnerTexts()
  expect(counts.reduce((sum, text) => sum + Number(text), 0)).toBe(since)
  expect(await page.locator('.brief-decisions li').allInnerTexts()).toEqual(decisions)
  await page.getByLabel(/Decisions to take/).fill('Only this')
  await page.getByLabel(/Decisions to take/).blur()
  await expect.poll(() => new URL(page.url()).searchParams.get('decisions')).toBe('Only this')
  await expect.poll(() => page.locator('.brief-decisions li').allInnerTexts()).toEqual(['Only this'])
  await page.context().close()
})

test('longer decisions than a page holds still make two pages', async () => {
  const long = Array.from({ length: 9 }, (_, index) => `Decision ${index + 1} ${'with many words '.repeat(5)}`).join(
    '\n',
  )
  const { page } = await open(browser, `briefing?lang=en&decisions=${encodeURIComponent(long)}`)
  await ready(page)
  expect((await print(page)).pages.length).toBe(2)
  const [, second] = await page
    .locator('.brief-page')
    .evaluateAll((sheets) => sheets.map((sheet) => sheet.scrollHeight <= sheet.clientHeight))
  expect(second).toBe(true)
  await page.context().close()
})
