import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { repack } from '#test/screenshots/png.ts'
import { startAtlas } from '#test/setup/atlas.ts'
import { launchBrowser } from '#test/setup/browser.ts'

interface Shot {
  /** Path of a page beside Explore. */
  readonly path?: string
  readonly query: string
  readonly size: 'desk' | 'phone'
  /** Something to do before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>
  readonly hasMap?: false
  /** How long the picture takes to stand still, where that is longer than usual. */
  readonly settleMs?: number
  /** Takes the picture of the first such element instead of the window. */
  readonly whole?: string
  readonly browser?: readonly string[]
}

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const
const usualSettleMs = 6_000
const mine = 'select=pilot_mines:cd-tenke-fungurume'
const report = 'mines/cd-tenke-fungurume'

/** The views that the documentation and the reviewers look at; file names are the keys. */
const shots: Readonly<Record<string, Shot>> = {
  'explore-en-light': { query: '?lang=en&theme=light', size: 'desk' },
  'explore-zh-dark': { query: '?lang=zh&theme=dark', size: 'desk' },
  'phone-en-light': { query: '?lang=en&theme=light', size: 'phone' },
  'phone-zh-dark': { query: `?lang=zh&theme=dark&${mine}`, size: 'phone' },
  'mine-selected': { query: `?lang=en&theme=light&${mine}&radius_km=20&at=8.5/-10.6/26.3`, size: 'desk' },
  'indicator-rows': { query: '?lang=en&theme=light&open=rows&place=AFR', size: 'desk' },
  'other-mines': { query: '?lang=en&theme=light&mine_dataset=mines&region=LAC', size: 'desk' },
  'coverage-en-light': { path: 'coverage', query: '?lang=en&theme=light', size: 'desk', hasMap: false },
  'coverage-zh-dark': { path: 'coverage', query: '?lang=zh&theme=dark', size: 'desk', hasMap: false },
  'coverage-phone': { path: 'coverage', query: '?lang=en&theme=light', size: 'phone', hasMap: false },
  'issue-en-light': { path: 'issues/EN', query: '?lang=en&theme=light', size: 'desk', hasMap: false },
  'briefing-zh': { path: 'briefing', query: '?lang=zh&theme=light', size: 'desk', hasMap: false, whole: '.brief-page' },
  'glossary-zh-dark': { path: 'glossary', query: '?lang=zh&theme=dark', size: 'desk', hasMap: false },
  'mine-report-en-light': { path: report, query: '?lang=en&theme=light&radius_km=20', size: 'desk', hasMap: false },
  'mine-report-zh-dark': { path: report, query: '?lang=zh&theme=dark', size: 'desk', hasMap: false },
  'mine-report-phone': { path: report, query: '?lang=en&theme=dark', size: 'phone', hasMap: false },
  'mine-report-time': { path: report, query: '?lang=en&theme=light', size: 'desk', hasMap: false, whole: '.mine-time' },
  'compare-en-light': { path: 'compare', query: '?lang=en&theme=light', size: 'desk', hasMap: false },
  'compare-mines-zh-dark': { path: 'compare', query: '?lang=zh&theme=dark&what=mines', size: 'desk', hasMap: false },
  'compare-phone': { path: 'compare', query: '?lang=en&theme=light&what=periods', size: 'phone', hasMap: false },
  period: {
    query: '?lang=en&theme=light&from=2015-01-01&to=2020-12-31',
    size: 'desk',
    act: (page) => page.getByRole('button', { name: /^Incident period/ }).click(),
  },
  'open-in': {
    query: '?lang=en&theme=dark&region=CAS',
    size: 'desk',
    act: (page) => page.getByRole('button', { name: 'Open in …', exact: true }).last().click(),
  },
  'tiles-in-view': {
    query: '?lang=en&theme=light&mine_dataset=mines&radius_km=50&at=6/-26/28',
    size: 'desk',
    settleMs: 20_000,
  },
  empty: { query: '?lang=en&theme=light&commodity=DIA&region=CAS', size: 'desk', hasMap: false },
  error: { query: '?lang=en&theme=light&select=pilot_mines:nobody-knows-it', size: 'desk' },
  'no-webgl': {
    query: '?lang=en&theme=light',
    size: 'desk',
    hasMap: false,
    browser: ['--disable-3d-apis'],
  },
}

async function take(url: string, name: string, shot: Shot, folder: string): Promise<void> {
  const browser = await launchBrowser(shot.browser ?? [])
  try {
    const page = await browser.newPage({ viewport: sizes[shot.size], hasTouch: shot.size === 'phone' })
    page.setDefaultTimeout(60_000)
    await page.goto(`${url}/${shot.path ?? ''}${shot.query}`)
    if (shot.hasMap !== false) await page.locator('[data-map="ready"]').waitFor()
    await page.waitForLoadState('networkidle')
    // Shaders compile and names are set after the last answer; nothing on the page tells when the picture is still.
    await page.waitForTimeout(shot.settleMs ?? usualSettleMs)
    await shot.act?.(page)
    await page.waitForLoadState('networkidle')
    const path = `${folder}/${name}.png`
    const seen = shot.whole === undefined ? page : page.locator(shot.whole).first()
    // What is taller than the window would end where the window ends.
    if (shot.whole !== undefined) await page.setViewportSize({ ...sizes[shot.size], height: 1_400 })
    const picture = repack(await seen.screenshot({ timeout: 120_000 }))
    writeFileSync(path, picture)
    console.log(`${name}.png ${Math.round(picture.length / 1024)} KB`)
  } finally {
    await browser.close()
  }
}

/** `npm run screenshots [-- --url http://localhost:8080 --only empty]`: take the views of `shots` from the built page. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { url: { type: 'string' }, only: { type: 'string' }, to: { type: 'string' } },
  })
  const folder = values.to ?? fileURLToPath(new URL('../../docs/screenshots', import.meta.url))
  mkdirSync(folder, { recursive: true })
  const started = values.url === undefined ? await startAtlas() : null
  try {
    for (const [name, shot] of Object.entries(shots)) {
      if (values.only === undefined || values.only === name)
        await take(values.url ?? started?.url ?? '', name, shot, folder)
    }
  } finally {
    started?.server.kill('SIGTERM')
  }
}

await main()
