import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parameters } from '#data/parameters.ts'
import { tinyApp } from '#test/setup/tiny-app.ts'

const tiny = tinyApp()
const names = [
  ...Object.keys(parameters),
  'bbox',
  'limit',
  'offset',
  'ids',
  'f',
  'q',
  'lang',
  'single',
  'iso3',
  'mine_id',
  '__proto__',
  'toString',
]
const paths = [
  '/api/collections',
  '/api/collections/pilot_mines/items',
  '/api/collections/mine_exposure/items',
  '/api/collections/incident_reports/export',
  '/api/indicators/EN-03',
  '/api/indicators/EN-06/rows',
  '/api/indicators/CI-01/sql',
  '/api/mines/m1/report',
  '/api/facets',
  '/api/search',
  '/api/quality/findings',
]
const attacks = [
  "' or 1=1 --",
  '%00',
  '$region',
  '../../etc/passwd',
  '1e308',
  '-0',
  '9'.repeat(40),
  '\u202e',
  'NaN',
  "');drop table mines;--",
  '{{7*7}}',
  'true',
  'AFR',
  '2025-02-30',
  '\ud800',
]

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(...attacks),
  fc.integer().map(String),
)
const query = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 10 })), text), {
  maxLength: 5,
})

/** As a client would send it; a lone surrogate can't be sent at all. */
function sent(path: string, pairs: readonly (readonly [string, string])[]): string {
  const search = new URLSearchParams(pairs.map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]))
  return `${path}?${search}`
}

describe('whatever is asked', () => {
  test('is answered or refused, and never breaks the server', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), query, async (path, pairs) => {
        const { status, headers, json } = await tiny.get(sent(path, pairs))
        expect(status).toBeLessThan(500)
        if (status >= 400) {
          expect(headers.get('content-type')).toBe('application/problem+json')
          expect(json.type).toMatch(/^urn:smap-atlas:problem:/)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('in a path is found or not, and never breaks the server', async () => {
    const part = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), fc.constantFrom(...attacks))
    const templates = [
      '/api/collections/*',
      '/api/collections/*/items',
      '/api/collections/mines/items/*',
      '/api/indicators/*',
      '/api/mines/*/report',
    ]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...templates), part, async (template, piece) => {
        const { status } = await tiny.get(template.replace('*', encodeURIComponent(piece.toWellFormed())))
        expect(status).toBeLessThan(500)
      }),
      { numRuns: 200 },
    )
  })

  test('in a path that is no valid percent encoding is refused', async () => {
    for (const path of ['/api/collections/%', '/api/mines/%ff%fe/report', '/api/indicators/%E0%A4%A']) {
      expect((await tiny.get(path)).status).toBeLessThan(500)
    }
  })
})
