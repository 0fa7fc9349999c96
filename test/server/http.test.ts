import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { createApp } from '#server/app.ts'
import { EngineHolder } from '#server/engine/engine-source.ts'
import { AnswerCache } from '#server/http/answer-cache.ts'
import { tinyApp } from '#test/setup/tiny-app.ts'

const tiny = tinyApp()
const indicator = '/api/indicators/EN-01'

describe('an answer that was given before', () => {
  test('is the same, byte for byte, whatever the order of its parameters', async () => {
    const first = await tiny.get(`${indicator}?region=AFR&commodity=CU`)
    const second = await tiny.get(`${indicator}?commodity=CU&region=AFR`)
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'))
    expect(second.text).toBe(first.text)
  })

  test('is not sent again to whoever has it', async () => {
    const { headers } = await tiny.get(indicator)
    const etag = headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]+"$/)
    const again = await tiny.get(indicator, { 'if-none-match': `"other", ${etag}` })
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag])
    expect((await tiny.get(indicator, { 'if-none-match': '"other"' })).status).toBe(200)
  })

  test.each([
    ['gzip', 'gzip', gunzipSync],
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, deflate, br, zstd', 'zstd', zstdDecompressSync],
    ['zstd;q=0.1, gzip;q=0.9', 'gzip', gunzipSync],
    ['*', 'zstd', zstdDecompressSync],
  ] as const)('to a client that takes %s is packed as %s, under a tag of its own', async (taken, encoding, unpack) => {
    const plain = await tiny.get(indicator)
    const packed = await tiny.app.request(indicator, { headers: { 'accept-encoding': taken } })
    expect(unpack(new Uint8Array(await packed.arrayBuffer())).toString()).toBe(plain.text)
    expect(packed.headers.get('content-encoding')).toBe(encoding)
    expect(packed.headers.get('vary')).toContain('accept-encoding')
    expect(packed.headers.get('etag')).not.toBe(plain.headers.get('etag'))
  })

  test.each(['gzip;q=0', 'identity', 'identity, gzip;q=0.5', 'deflate'])(
    'to a client that says %s comes as it is',
    async (taken) => {
      const { headers } = await tiny.get(indicator, { 'accept-encoding': taken })
      expect(headers.get('content-encoding')).toBeNull()
    },
  )

  test('carries an id of its own request', async () => {
    const [one, two] = [await tiny.get(indicator), await tiny.get(indicator)]
    expect(one.headers.get('x-request-id')).toMatch(/\S+/)
    expect(one.headers.get('x-request-id')).not.toBe(two.headers.get('x-request-id'))
  })
})

test('kept answers stay within their bytes, the least recently used leave first', () => {
  const cache = new AnswerCache(100)
  const answer = (size: number) => ({
    type: 'application/json',
    etag: 'x',
    body: new Uint8Array(size),
    headers: {},
    isPackable: false,
  })
  for (const key of ['a', 'b', 'c', 'd']) cache.set(key, answer(25))
  cache.get('a')
  cache.set('e', answer(25))
  expect(cache.bytes).toBe(100)
  expect(['a', 'b', 'c', 'd', 'e'].filter((key) => cache.get(key) !== undefined)).toEqual(['a', 'c', 'd', 'e'])
  cache.set('huge', answer(26))
  expect(cache.get('huge')).toBeUndefined()
})

describe('every answer', () => {
  test.each([indicator, '/api/nowhere', '/api/healthz', '/elsewhere'])('of %s is protected', async (path) => {
    const { headers } = await tiny.get(path)
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'self'; worker-src 'self'; img-src 'self' data: blob:; style-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('may be read from any page', async () => {
    const { headers } = await tiny.get(indicator, { origin: 'https://example.org' })
    expect(headers.get('access-control-allow-origin')).toBe('*')
    const asked = await tiny.app.request(indicator, {
      method: 'OPTIONS',
      headers: { origin: 'https://example.org', 'access-control-request-method': 'GET' },
    })
    expect([asked.status, asked.headers.get('access-control-allow-methods')]).toEqual([204, 'GET,HEAD,OPTIONS'])
  })

  test('to HEAD is that to GET without its body', async () => {
    const { headers } = await tiny.get(indicator)
    const head = await tiny.app.request(indicator, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(head.headers.get('etag')).toBe(headers.get('etag'))
    expect(head.headers.get('content-length')).toBe(headers.get('content-length'))
  })
})

test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s is refused with what is allowed', async (method) => {
  const response = await tiny.app.request(indicator, { method })
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
  expect(await response.json()).toMatchObject({ type: 'urn:smap-atlas:problem:method_not_allowed', status: 405 })
})

test('a body that is too large is refused before anything else', async () => {
  const body = 'x'.repeat(10_000_001)
  const response = await tiny.app.request(indicator, {
    method: 'POST',
    body,
    headers: { 'content-length': String(body.length) },
  })
  expect(response.status).toBe(413)
})

describe('supervisors learn', () => {
  test('that the process lives and is ready, with its snapshot, and never from a cache', async () => {
    const ready = await tiny.get('/api/readyz')
    expect([ready.status, ready.json]).toEqual([200, { status: 'ready', snapshot: 'tiny' }])
    expect(ready.headers.get('cache-control')).toBe('no-store')
    expect((await tiny.get('/api/healthz')).json).toEqual({ status: 'alive' })
  })

  test('that it is stopping or broken', async () => {
    const { engine } = tiny.world
    const stopping = createApp({ engines: new EngineHolder(engine), maxItems: 1, lifecycle: { isStopping: true } })
    expect((await stopping.request('/api/readyz')).status).toBe(503)
    const broken = createApp({
      engines: new EngineHolder({ ...engine, manifest: engine.manifest, isHealthy: false } as never),
      maxItems: 1,
    })
    expect((await broken.request('/api/readyz')).status).toBe(503)
  })

  test('how many requests there were, by route and not by path', async () => {
    await tiny.get('/api/mines/m1/report')
    const { text } = await tiny.get('/api/metrics')
    expect(text).toMatch(/smap_requests_total\{route="\/api\/mines\/:mineId\/report",status="200"\} \d+/)
    expect(text).toContain('smap_snapshot_info{snapshot="tiny"} 1')
    expect(text).not.toContain('m1')
  })
})

describe('the OpenAPI document', () => {
  test('is of version 3.0, complete in itself, and names every route', async () => {
    const { json, text } = await tiny.get('/api/openapi.json')
    expect(json.openapi).toBe('3.0.3')
    const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] as string)
    const components = json.components as unknown as Record<string, Record<string, object>>
    for (const reference of new Set(references)) {
      const [, kind = '', name = ''] = /^#\/components\/(schemas|parameters)\/(.+)$/.exec(reference) ?? []
      expect(Object.keys(components[kind] ?? {}), reference).toContain(name)
    }
    for (const path of [
      '/collections/{collectionId}/items',
      '/indicators/{indicatorId}/rows/export',
      '/mines/{mineId}/report',
    ]) {
      expect(Object.keys(json.paths ?? {})).toContain(path)
    }
  })

  test('says that any operation may answer with a problem', async () => {
    const { json } = await tiny.get('/api/openapi.json')
    for (const path of Object.values(json.paths ?? {}) as unknown as Record<string, { responses: unknown }>[]) {
      for (const operation of Object.values(path)) expect(operation.responses).toHaveProperty('default')
    }
  })
})
