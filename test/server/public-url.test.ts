import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixOrigin } from '#server/http/origin.ts'
import { startJob } from '#test/setup/execute.ts'
import { tinyApp } from '#test/setup/tiny-app.ts'

const tiny = tinyApp()
const origin = 'https://atlas.example'
let server: Server

beforeAll(async () => {
  server = createServer(getRequestListener((asked) => tiny.app.fetch(asked)))
  fixOrigin(server, origin)
  await once(server.listen(0), 'listening')
})
afterAll(() => server.close())

/** What the server answers to whoever calls it by any name. */
async function ask(path: string, host = 'evil.example'): Promise<{ status: number | undefined; text: string }> {
  const { port } = server.address() as AddressInfo
  const [answer] = await once(request({ port, path, headers: { host } }).end(), 'response')
  let text = ''
  for await (const chunk of answer) text += String(chunk)
  return { status: answer.statusCode, text }
}

test.each([
  '/api',
  '/api/collections',
  '/api/collections/pilot_mines/items?limit=1',
  '/api/collections/pilot_mines/tiles/WebMercatorQuad?f=tilejson',
  '/api/openapi.json',
  '/api/processes',
  '/api/jobs',
  '/api/collections/pilot_mines/items?f=html&limit=1',
])('links of %s begin with the public address, whatever the Host header says', async (path) => {
  await startJob(tiny.app, {
    left: { collection: 'pilot_mines' },
    right: { type: 'Point', coordinates: [1, 1] },
    relation: 'intersects',
  })
  const { status, text } = await ask(path)
  expect(status).toBe(200)
  expect(text).toContain(`${origin}/api`)
  expect(text).not.toContain('evil.example')
})

test.each(['//evil.example/api', '/api/%2e%2e/', 'http://evil.example/api'])('%s leads nowhere else', async (path) => {
  const { text } = await ask(path)
  expect(text).not.toContain('"href":"http://evil.example')
})
