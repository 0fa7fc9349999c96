import type { Locator, Page } from 'playwright-core'

const mostSteps = 150

const hasFocus = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => element === document.activeElement).catch(() => false)

/** Press Tab until the element has the focus, as somebody without a pointer does; Shift+Tab goes back. */
export async function tabTo(page: Page, locator: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await locator.first().waitFor()
  for (let step = 0; step < mostSteps; step++) {
    if (await hasFocus(locator.first())) return
    await page.keyboard.press(key)
  }
  const at = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))
  throw new Error(`not reached with ${mostSteps} times ${key}; the focus is on ${at}`)
}

/** Press an arrow until the element has the focus: within a toolbar, a list of tabs, a list. */
export async function arrowTo(page: Page, locator: Locator, key: string): Promise<void> {
  for (let step = 0; step < mostSteps; step++) {
    if (await hasFocus(locator.first())) return
    await page.keyboard.press(key)
  }
  throw new Error(`not reached with ${key}`)
}
