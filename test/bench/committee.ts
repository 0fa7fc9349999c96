import { quantile, type Row } from '#test/bench/table.ts'
import { launchBrowser } from '#test/setup/browser.ts'

const rounds = 20

/** Median time of one question, never asked before: every round has another radius, so that no answer is kept. */
async function median(url: string, path: string): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const radius = (4.13 + round * 0.71).toFixed(2)
    const begun = performance.now()
    const answer = await fetch(`${url}${path}${path.includes('?') ? '&' : '?'}radius_km=${radius}`)
    await answer.text()
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
    times.push(performance.now() - begun)
  }
  return quantile(times, 0.5)
}

/** Median time of one question that was asked before: what a second reader waits. */
async function medianKept(url: string, path: string): Promise<number> {
  const times: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const begun = performance.now()
    const answer = await fetch(url + path)
    await answer.text()
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
    if (round > 0) times.push(performance.now() - begun)
  }
  return quantile(times, 0.5)
}

/** From opening the briefing in a fresh browser to its two pages as PDF. */
async function briefing(url: string, lang: 'en' | 'zh'): Promise<number> {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    const begun = performance.now()
    await page.goto(`${url}/briefing?lang=${lang}`)
    await page.locator('[data-map="ready"] svg.brief-svg').waitFor({ timeout: 60_000 })
    await page.pdf({ preferCSSPageSize: true, printBackground: true })
    return (performance.now() - begun) / 1000
  } finally {
    await browser.close()
  }
}

/** What a committee member waits for: the coverage page, all indicators of four regions in one call, the printed briefing. */
export async function measureCommittee(url: string): Promise<Row[]> {
  return [
    {
      what: 'coverage page data, never asked before, p50',
      value: await median(url, '/api/coverage'),
      unit: 'ms',
      bar: 50,
    },
    { what: 'Result Matrix, p50', value: await medianKept(url, '/api/result-matrix'), unit: 'ms', bar: 50 },
    {
      what: '30 indicators x 4 regions in one call, never asked before, p50',
      value: await median(url, '/api/indicator-values'),
      unit: 'ms',
      bar: 150,
    },
    {
      what: '30 indicators x 4 regions in one call, asked before, p50',
      value: await medianKept(url, '/api/indicator-values'),
      unit: 'ms',
      bar: 150,
    },
    { what: 'briefing to PDF, English', value: await briefing(url, 'en'), unit: 's', bar: 6 },
    { what: 'briefing to PDF, Chinese', value: await briefing(url, 'zh'), unit: 's', bar: 6 },
  ]
}
