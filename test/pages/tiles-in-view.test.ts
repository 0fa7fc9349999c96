import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { address, api, mapIsReady } from '#test/e2e/atlas-page.ts'
import { launchBrowser } from '#test/setup/browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('a layer of more than 10,000 features comes as vector tiles, never as one answer', async () => {
  const many = await api<{ numberMatched: number }>(
    '/collections/communities_near_mines/items?f=json&limit=1&mine_dataset=mines&radius_km=50',
  )
  expect(many.numberMatched).toBeGreaterThan(10_000)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  const asked: string[] = []
  context.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const own = await context.newPage()
  await own.goto(address('lang=en&mine_dataset=mines&radius_km=50&at=6/-26/28'))
  await mapIsReady(own)
  const tiles = /communities_near_mines\/tiles\/WebMercatorQuad/
  await expect.poll(() => asked.some((path) => tiles.test(path))).toBe(true)
  expect(asked.filter((path) => path.endsWith('/communities_near_mines/items'))).toEqual([])
  await context.close()
})
