import { describe, expect, test } from 'vitest'
import { tinyApp } from '#test/setup/tiny-app.ts'

const tiny = tinyApp()
/** What browsers send. */
const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8' }
const pages = [
  '/api',
  '/api/conformance',
  '/api/collections',
  '/api/collections/pilot_mines',
  '/api/collections/mine_exposure',
  '/api/collections/indicator_en_01_by_region',
  '/api/collections/pilot_mines/queryables',
  '/api/collections/pilot_mines/items',
  '/api/collections/pilot_mines/items/m1',
  '/api/processes',
  '/api/processes/overlay',
  '/api/jobs',
  '/api/docs',
]

const read = async (path: string, headers: Record<string, string> = browser) => (await tiny.get(path, headers)).text
const cellsOf = (text: string): number => [...text.matchAll(/<tr>\s*<td/g)].length

describe('/conf/html/content: a browser gets a page', () => {
  test.each(pages)('%s has a language, a title, a way back, and nothing inline', async (path) => {
    const { status, headers, text } = await tiny.get(path, browser)
    expect([status, headers.get('content-type')?.toLowerCase()]).toEqual([200, 'text/html; charset=utf-8'])
    expect(text).toMatch(/^<!doctype html>\s*<html lang="en">/)
    expect(text).toMatch(/<title>[^<]+ · SMAP Atlas<\/title>/)
    expect(text.match(/<h1>/g)).toHaveLength(1)
    if (path !== '/api') expect(text).toContain('<a href="/api">')
    expect(text).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*(src=|application\/ld\+json))/)
  })

  test.each(pages)('%s in Chinese has no English heading', async (path) => {
    const chinese = await read(`${path}?lang=zh`)
    expect(chinese).toContain('<html lang="zh-Hans">')
    const asked = await tiny.get(path, { ...browser, 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' })
    expect(asked.text).toContain('<html lang="zh-Hans">')
    for (const [, heading = ''] of chinese.matchAll(/<(?:h1|h2|th scope="col")>([^<]*)</g)) {
      expect(heading.replaceAll(/overlay|m1|API/g, ''), heading).not.toMatch(/^[A-Za-z ]{4,}$/)
    }
  })

  test.each(pages.filter((path) => path !== '/api/docs'))('%s stays JSON for everybody else', async (path) => {
    for (const accept of [
      '*/*',
      'application/json',
      'application/json, text/plain, */*',
      'application/json, text/html',
    ]) {
      expect((await tiny.get(path, { accept })).headers.get('content-type'), accept).toMatch(/json/)
    }
    expect((await tiny.get(path)).headers.get('content-type')).toMatch(/json/)
    expect((await tiny.get(`${path}?f=html`)).headers.get('content-type')).toMatch(/^text\/html/)
    const format = path.includes('/items') ? 'geojson' : 'json'
    expect((await tiny.get(`${path}?f=${format}`, browser)).headers.get('content-type')).toMatch(/json/)
  })
})

test('links within pages are answered', async () => {
  const seen = new Set<string>()
  for (const path of pages) {
    for (const [, href = ''] of (await read(path)).matchAll(/<a [^>]*href="([^"#]+)"/g)) {
      const { pathname, search, hostname } = new URL(href.replaceAll('&amp;', '&'), 'http://localhost')
      if (hostname === 'localhost' && pathname.startsWith('/api') && !pathname.endsWith('/export'))
        seen.add(pathname + search)
    }
  }
  expect(seen.size).toBeGreaterThan(100)
  for (const path of seen) expect((await tiny.get(path, browser)).status, path).toBe(200)
})

test('a page of features has its rows, the pages around it and the other formats', async () => {
  const text = await read('/api/collections/host_communities/items?limit=2&offset=2')
  expect(cellsOf(text)).toBe(2)
  expect(text).toContain('3 to 4 of 6')
  expect(text).toMatch(/rel="prev" href="[^"]*offset=0/)
  expect(text).toMatch(/rel="next" href="[^"]*offset=4/)
  expect(text).toContain('f=geojson')
})

test('codes come by their names and what is not known as a word, never as zero', async () => {
  const mine = await read('/api/collections/mine_exposure/items/m5')
  expect(mine).toMatch(/<dt>People within the radius[^<]*<\/dt><dd>no data<\/dd>/)
  expect(await read('/api/collections/mine_exposure/items/m5?lang=zh')).toContain('<dd>无数据</dd>')
})

test('names from data are escaped, wherever they stand', async () => {
  const text = await read('/api/collections/pilot_mines/items/m1')
  expect(text).toContain('First, &quot;deep&quot; mine')
  expect(await read('/api/collections/pilot_mines/items?ids=<script>alert(1)</script>')).not.toContain('<script>alert')
})

test('search engines are told of each dataset: licence, bounds, files', async () => {
  const text = await read('/api/collections/incident_reports')
  const [, notice = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? []
  expect(JSON.parse(notice)).toMatchObject({
    '@type': 'Dataset',
    name: 'Incident reports',
    spatialCoverage: { geo: { '@type': 'GeoShape' } },
    temporalCoverage: expect.stringMatching(/^\d{4}-\d\d-\d\d.*\/\d{4}/),
    distribution: expect.arrayContaining([expect.objectContaining({ encodingFormat: 'application/geo+json' })]),
  })
})

describe('the documentation', () => {
  test('loads its files from this server only', async () => {
    const text = await read('/api/docs')
    const files = [...text.matchAll(/(?:src|href)="(\/api\/[^"]+\.(?:js|css))"/g)].map((match) => match[1] as string)
    expect(files).toHaveLength(4)
    for (const file of files) expect((await tiny.get(file)).status).toBe(200)
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//)
  })

  test('serves no other file of the package', async () => {
    for (const file of ['package.json', 'index.html', '..%2Fpackage.json', '__proto__']) {
      expect((await tiny.get(`/api/docs/${file}`)).status, file).toBe(404)
    }
  })
})
