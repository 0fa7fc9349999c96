import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { vocabularies } from '#data/vocabularies.ts'
import { address, api, mapIsReady, visit } from '#test/e2e/atlas-page.ts'
import { isAnswered, open } from '#test/e2e/committee-page.ts'
import { launchBrowser } from '#test/setup/browser.ts'

/** Words that are the same in Chinese: names of things, units, codes of licences and formats. */
const names = new Set(
  [
    ...[
      'SMAP',
      'Atlas',
      'GeoNames',
      'Natural',
      'Earth',
      'English',
      'API',
      'SQL',
      'PDF',
      'CSV',
      'GeoJSON',
      'GeoParquet',
    ],
    ...[
      'km',
      'ha',
      'IUCN',
      'CC',
      'BY',
      'SA',
      'CC0',
      'ODbL',
      'Apache',
      'OECD',
      'ISO',
      'DQ',
      'EITI',
      'ACLED',
      'WDPA',
      'GISTM',
      ...['UCDP', 'GRID', 'Public', 'domain', 'XLSX', 'Shapefile', 'FlatGeobuf', 'KML', 'GeoPackage', 'WebGL'],
    ],
  ].map((word) => word.toLowerCase()),
)

/** Names in the data that have no Chinese form: mines, areas, companies, publishers, and places within titles. */
async function namesInData(): Promise<Set<string>> {
  const found = new Set<string>()
  const add = (text: unknown) => {
    for (const word of String(text ?? '').match(/[A-Za-z\u00c0-\u024f]{2,}/g) ?? []) found.add(word.toLowerCase())
  }
  const rows = async (collection: string) =>
    (await api<{ rows: readonly Record<string, unknown>[] }>(`/collections/${collection}/items?f=json&limit=5000`)).rows
  for (const row of await rows('pilot_mines'))
    for (const name of ['mine_name', 'mine_name_zh', 'operator', 'owner']) add(row[name])
  for (const row of await rows('protected_areas')) add(row.name_eng)
  for (const row of await rows('incident_reports')) add(row.title_zh)
  const { sources } = await api<{ sources: readonly Record<string, unknown>[] }>('/coverage')
  for (const { publisher, licence } of sources) {
    add((publisher as { zh: string }).zh)
    add(licence)
  }
  for (const { terms } of Object.values(vocabularies))
    for (const { zh } of Object.values(terms as Record<string, { zh: string }>)) add(zh)
  return found
}

/** Every word in Latin letters that a reader sees, outside what is marked as English, code or a control of the language. */
async function latinWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const skipped =
      '[lang="en"], [aria-hidden="true"], code, pre, script, style, .visually-hidden, [data-rag], .matrix-unit'
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const words: string[] = []
    // Codes such as EN-03, column names such as tailings_class and the hash of a snapshot are no words.
    const latin = (text: string | null) =>
      (text ?? '').replaceAll(/[A-Z]{2,3}-\d{2}/g, '').match(/(?<![\w-])[A-Za-z\u00c0-\u024f]{2,}(?![\w-])/g) ?? []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement
      if (parent === null || parent.closest(skipped) !== null || parent.getClientRects().length === 0) continue
      words.push(...latin(node.textContent))
    }
    const spoken = [...document.querySelectorAll('[aria-label], [title], [placeholder]')].filter(
      (element) => element.closest('[lang="en"], [aria-hidden="true"]') === null,
    )
    for (const element of spoken) {
      for (const name of ['aria-label', 'title', 'placeholder']) {
        words.push(...latin(element.getAttribute(name)))
      }
    }
    return words
  })
}

let browser: Browser
let known: Set<string>
beforeAll(async () => {
  browser = await launchBrowser()
  known = await namesInData()
})
afterAll(() => browser.close())

const strangers = (words: readonly string[]): string[] => [
  ...new Set(words.filter((word) => !names.has(word.toLowerCase()) && !known.has(word.toLowerCase()))),
]

test.each([
  'coverage?lang=zh',
  'coverage?lang=zh&cell=AFR:EN',
  'coverage?lang=zh&result=O3.1',
  'coverage?lang=zh&list=totals',
  'issues?lang=zh',
  'issues/EN?lang=zh',
  'issues/HR?lang=zh',
  'briefing?lang=zh',
  'glossary?lang=zh',
  'data?lang=zh',
])('a Chinese page has no English word but names: /%s', async (path) => {
  const { page } = await open(browser, path)
  await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('zh-Hans')
  await isAnswered(page)
  expect(strangers(await latinWords(page))).toEqual([])
  await page.context().close()
})

test('nor has Explore', async () => {
  const { page } = await visit(browser, 'lang=zh&select=pilot_mines:cd-tenke-fungurume')
  expect(page.url()).toBe(address('lang=zh&select=pilot_mines:cd-tenke-fungurume'))
  await mapIsReady(page)
  expect(strangers(await latinWords(page))).toEqual([])
  await page.context().close()
})
