import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tinyApp } from '#test/setup/tiny-app.ts'

const tiny = tinyApp()
const collections = ['host_communities', 'countries', 'incident_reports', 'protected_areas', 'mine_exposure'] as const
const degrees = (most: number) =>
  fc.double({ min: -most, max: most, noNaN: true }).map((value) => Number(value.toFixed(4)))
const pair = (most: number) => fc.tuple(degrees(most), degrees(most))
const box = fc.tuple(pair(180), pair(90)).map(([[west, east], [a, b]]) => [west, Math.min(a, b), east, Math.max(a, b)])

interface Page {
  readonly ids: string[]
  readonly matched: number
  readonly next: string | undefined
}

async function read(path: string): Promise<Page> {
  const { status, json, text } = await tiny.get(path)
  if (status !== 200) throw new Error(text)
  const links = json.links as unknown as { rel: string; href: string }[]
  const next = links.find(({ rel }) => rel === 'next')?.href
  return {
    ids: (json.features as unknown as { id: string }[]).map(({ id }) => id),
    matched: Number(json.numberMatched),
    next: next && new URL(next).pathname + new URL(next).search,
  }
}

/** Every feature of a question, page by page. */
async function all(collection: string, query: Record<string, string>): Promise<string[]> {
  const found: string[] = []
  let path: string | undefined = `/api/collections/${collection}/items?${new URLSearchParams(query)}`
  while (path !== undefined) {
    const page: Page = await read(path)
    found.push(...page.ids)
    expect(page.matched).toBeGreaterThanOrEqual(found.length)
    if (page.next === undefined) expect(found).toHaveLength(page.matched)
    path = page.next
  }
  return found
}

describe('for any box', () => {
  test('pages of any size together are the whole, in one order, without a feature twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...collections),
        box,
        fc.integer({ min: 1, max: 4 }),
        async (id, bbox, limit) => {
          const paged = await all(id, { bbox: bbox.join(','), limit: String(limit) })
          expect(new Set(paged).size).toBe(paged.length)
          expect(paged).toEqual(await all(id, { bbox: bbox.join(','), limit: '4' }))
          expect(paged).toEqual([...paged].sort())
        },
      ),
      { numRuns: 60, seed: 7 },
    )
  })

  test('the box and the same as a filter select the same, and so does each system', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...collections), box, async (id, bbox) => {
        const [west, south, east, north] = bbox as [number, number, number, number]
        const asked = await all(id, { bbox: bbox.join(',') })
        const filter = `S_INTERSECTS(geometry, BBOX(${bbox.join(',')})) OR geometry IS NULL`
        expect(await all(id, { filter })).toEqual(asked)
        const latLon = {
          bbox: [south, west, north, east].join(','),
          'bbox-crs': 'http://www.opengis.net/def/crs/EPSG/0/4326',
        }
        expect(await all(id, latLon)).toEqual(asked)
      }),
      { numRuns: 40, seed: 8 },
    )
  })

  test('two halves hold what the whole holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...collections),
        box,
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        async (id, bbox, share) => {
          const [west, south, east, north] = bbox as [number, number, number, number]
          if (west > east) return
          const middle = Number((west + (east - west) * share).toFixed(4))
          const halves = [
            ...(await all(id, { bbox: [west, south, middle, north].join(',') })),
            ...(await all(id, { bbox: [middle, south, east, north].join(',') })),
          ]
          expect([...new Set(halves)].sort()).toEqual(await all(id, { bbox: bbox.join(',') }))
        },
      ),
      { numRuns: 40, seed: 9 },
    )
  })
})

test('any text of any parameter is answered or refused, never an error of the server', async () => {
  const names = [
    'bbox',
    'bbox-crs',
    'datetime',
    'filter',
    'filter-lang',
    'crs',
    'limit',
    'offset',
    'ids',
    'f',
    'lang',
    'region',
  ]
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), fc.string({ unit: 'binary', maxLength: 60 }), async (name, value) => {
      const { status } = await tiny.get(
        `/api/collections/incident_reports/items?${new URLSearchParams({ [name]: value })}`,
      )
      expect([200, 400]).toContain(status)
    }),
    { numRuns: 300, seed: 10 },
  )
})
