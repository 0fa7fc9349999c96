import { quantile, type Row } from '#test/bench/table.ts'
import { launchBrowser } from '#test/setup/browser.ts'

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
