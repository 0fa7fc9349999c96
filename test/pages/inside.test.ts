import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { address, api, mapIsReady, numberIn, visit } from '#test/e2e/atlas-page.ts'
import { violations } from '#test/e2e/axe.ts'
import { launchBrowser } from '#test/setup/browser.ts'

interface Listed {
  readonly numberMatched: number
}

/** Looking straight at the Copperbelt, so that places on the screen are known. */
const view = 'lang=en&theme=light&at=7/-11/26.5'
const dialog = (page: Page) => page.getByRole('dialog', { name: 'What is inside' })
const tab = (page: Page, name: string) => dialog(page).getByRole('tab', { name: new RegExp(`^${name}`) })
const canvas = (page: Page) => page.locator('.maplibregl-canvas')

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe('what is inside a drawn shape', () => {
  test('a polygon drawn with the pointer: counts for each kind, rows to read and a file to take away', async () => {
    const { page, complaints } = await visit(browser, view)
    await mapIsReady(page)
    await page.getByRole('button', { name: 'Draw or measure an area' }).click()
    for (const [x, y] of [
      [150, 120],
      [450, 120],
      [450, 330],
      [150, 330],
    ] as const)
      await canvas(page).click({ position: { x, y } })
    await page.getByRole('button', { name: 'What is inside' }).click()
    await expect.poll(() => tab(page, 'Pilot mines').innerText()).toMatch(/\d+$/)
    expect(await violations(page, '[role="dialog"]')).toEqual([])
    await expect.poll(() => dialog(page).locator('progress').count()).toBe(0)
    const n = numberIn((await tab(page, 'Pilot mines').innerText()).replace('Pilot mines', ''))
    expect(n).toBeGreaterThan(0)
    await expect.poll(() => dialog(page).getByText(`${n} rows`).count()).toBe(1)
    const href = await dialog(page).getByRole('link', { name: 'CSV' }).getAttribute('href')
    const csv = await (await fetch(new URL(href ?? '', inject('atlas')))).text()
    expect(csv.trim().split('\r\n').length).toBe(n + 1)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('a circle by keyboard alone: Enter sets middle and rim, twice ends; it holds what the box of the API holds', async () => {
    const { page } = await visit(browser, view)
    await mapIsReady(page)
    const tool = page.getByRole('button', { name: 'Draw a circle' })
    await tool.focus()
    await page.keyboard.press('Enter')
    await canvas(page).focus()
    await page.keyboard.press('Enter')
    for (let step = 0; step < 2; step++) {
      const before = page.url()
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => page.url()).not.toBe(before)
    }
    await page.keyboard.press('Enter')
    await page.locator('.map-chip output').waitFor()
    await page.keyboard.press('Enter')
    await dialog(page).waitFor()
    await expect.poll(() => dialog(page).locator('progress').count()).toBe(0)
    const inside = numberIn((await tab(page, 'Host communities').innerText()).replace('Host communities', ''))
    const box = await api<Listed>('/collections/host_communities/items?f=json&limit=1&bbox=20,-17,33,-5')
    expect(inside).toBeGreaterThanOrEqual(0)
    expect(inside).toBeLessThanOrEqual(box.numberMatched)
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog(page).count()).toBe(0)
    await canvas(page).focus()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('.map-chip').count()).toBe(0)
    await page.context().close()
  })

  test('closing the window dismisses the jobs that still run: none is left working', async () => {
    const { page } = await visit(browser, view)
    await mapIsReady(page)
    await page.getByRole('button', { name: 'Draw or measure an area' }).click()
    for (const [x, y] of [
      [100, 100],
      [500, 100],
      [300, 330],
    ] as const)
      await canvas(page).click({ position: { x, y } })
    await page.getByRole('button', { name: 'What is inside' }).click()
    await dialog(page).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(async () => (await api<{ jobs: unknown[] }>('/jobs?status=accepted,running')).jobs.length).toBe(0)
    expect(page.url()).toContain(address().slice(0, -1))
    await page.context().close()
  })
})
