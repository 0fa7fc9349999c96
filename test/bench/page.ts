import { quantile, type Row } from '#test/bench/table.ts'
import { launchBrowser } from '#test/setup/browser.ts'

/** The scripts that a visit to Explore loads until the page is at rest, workers included, as `assets/...`. */
export async function scriptsOfVisit(url: string): Promise<Set<string>> {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
    const scripts = new Set<string>()
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (pathname.endsWith('.js')) scripts.add(pathname.slice(1))
    })
    await page.goto(url)
    await page.locator('[data-map="ready"]').waitFor({ timeout: 60_000 })
    await page.waitForLoadState('networkidle')
    return scripts
  } finally {
    await browser.close()
  }
}

/** Seconds from navigation to the first map with mines on it, in a fresh browser context each time. */
export async function measurePage(url: string): Promise<Row[]> {
  const browser = await launchBrowser()
  const times: number[] = []
  try {
    for (let visit = 0; visit < 5; visit++) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
      const page = await context.newPage()
      const begun = performance.now()
      await page.goto(url)
      await page.locator('[data-map="ready"]').waitFor({ timeout: 30_000 })
      times.push((performance.now() - begun) / 1000)
      await context.close()
    }
  } finally {
    await browser.close()
  }
  return [{ what: 'first map with data, headless, median of 5', value: quantile(times, 0.5), unit: 's', bar: 4 }]
}
