import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { address, mapIsReady, numberIn, visit } from '#test/e2e/atlas-page.ts'
import { violations } from '#test/e2e/axe.ts'
import { launchBrowser } from '#test/setup/browser.ts'

const table = 'site;lat;lon\nNorth pit;-10,5;26,1\nSouth pit;-10,7;26,4\nNowhere;;\n'
const places = { name: 'pits.csv', mimeType: 'text/csv', buffer: Buffer.from(table) }

const camps = 'camp,secret,lat,lon\nKitwe camp,nobody else,-12.80,28.21\nChingola camp,nobody else,-12.53,27.86\n'
const copperbelt = { name: 'camps.csv', mimeType: 'text/csv', buffer: Buffer.from(camps) }

async function choose(page: Page, file: typeof places): Promise<void> {
  await page.getByText('Your own file').click()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /Choose (a|another) file/ }).click(),
  ])
  await chooser.setFiles(file)
}

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe('a file of the reader’s own', () => {
  test('is shown with every record that could not be placed, sent nowhere, and forgotten on request', async () => {
    const { page, complaints } = await visit(browser)
    await mapIsReady(page)
    const sent: string[] = []
    page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()))
    await choose(page, places)
    await page.getByText('2 of 3 records are on the map.').waitFor()
    await page.getByRole('button', { name: 'Rows, and 1 that could not be placed' }).click()
    const dialog = page.getByRole('dialog', { name: 'pits.csv' })
    expect(await dialog.getByText('Record 4: no coordinates').count()).toBe(1)
    expect(await dialog.getByText('South pit').count()).toBe(1)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Forget this file' }).click()
    await expect.poll(() => page.getByText('pits.csv').count()).toBe(0)
    expect([sent, complaints]).toEqual([[], []])
  })

  test('let go over the map is opened; one without a place asks for the columns', async () => {
    const { page } = await visit(browser)
    await mapIsReady(page)
    await page.locator('.map-root').evaluate((map) => {
      const data = new DataTransfer()
      data.items.add(new File(['a,b\n30,-10\n'], 'plain.csv', { type: 'text/csv' }))
      map.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }))
    })
    await page.getByText('The names of the columns do not say where the rows are.').waitFor()
    await page.getByRole('button', { name: 'Place the rows' }).click()
    await page.getByText('1 of 1 records are on the map.').waitFor()
  })

  test('laid over a collection through the process: said before what is sent, rows as a file, forgotten by the server with the tab', async () => {
    const { page, complaints } = await visit(browser)
    const sent: string[] = []
    page.on('request', (request) => request.method() === 'POST' && sent.push(request.postData() ?? ''))
    await mapIsReady(page)
    await choose(page, copperbelt)
    await page.getByText('Closing the tab forgets it.').waitFor()
    await page.getByRole('button', { name: 'Lay it over the data' }).click()
    const dialog = page.getByRole('dialog', { name: 'Your file and the data' })
    await dialog.getByText('the places of 2 features (2 corners').waitFor()
    expect(await dialog.getByText('at most 10,000 features, 100,000 corners and 10 MB').count()).toBe(1)
    expect(await violations(page, '[role="dialog"]')).toEqual([])
    expect(sent).toEqual([])
    await dialog.getByRole('button', { name: 'Send and ask' }).click()
    await dialog.getByText(/\d+ pairs: /).waitFor()
    const n = numberIn(await dialog.getByText(/\d+ pairs: /).innerText())
    expect(n).toBeGreaterThan(0)
    expect(sent.join()).toContain('Kitwe camp')
    expect(sent.join()).not.toContain('nobody else')
    expect(await dialog.getByText('Kitwe camp').first().isVisible()).toBe(true)
    const href = (await dialog.getByRole('link', { name: 'CSV' }).getAttribute('href')) ?? ''
    const csv = await (await fetch(new URL(href, address()))).text()
    expect(csv.trim().split('\r\n')).toHaveLength(n + 1)
    expect(complaints).toEqual([])
    await page.close({ runBeforeUnload: true })
    await expect.poll(async () => (await fetch(new URL(href, address()))).status).toBe(404)
  })
})
