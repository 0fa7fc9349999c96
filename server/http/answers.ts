import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'
import type { Answer, AnswerCache } from '#server/http/answer-cache.ts'
import type { Env } from '#server/routes/context.ts'

const compress = promisify(gzip)
const leastToCompress = 1_000
/** Beyond it, packing takes longer than sending on the networks an atlas is used in. */
const mostToCompress = 5_000_000
const keptType = /^application\/((geo\+)?json|vnd\.mapbox-vector-tile)/

/** Path and parameters in one order, so that the same question has one key. */
function keyOf(snapshot: string, url: string): string {
  const { pathname, searchParams } = new URL(url)
  searchParams.sort()
  return `${snapshot} ${pathname}?${searchParams}`
}

async function finish(response: Response): Promise<Answer> {
  const body = new Uint8Array(await response.arrayBuffer())
  const etag = createHash('sha256').update(body).digest('base64url').slice(0, 27)
  const type = response.headers.get('content-type') ?? 'application/json'
  if (body.byteLength < leastToCompress || body.byteLength > mostToCompress) return { type, etag, body }
  return { type, etag, body, gzip: new Uint8Array(await compress(body, { level: constants.Z_BEST_SPEED })) }
}

const acceptsGzip = (header: string | undefined): boolean =>
  /(^|[\s,])gzip($|[\s,;])(?!\s*q=0(\.0*)?($|[\s,]))/.test(header ?? '')

const isKnown = (tags: string | undefined, etag: string): boolean =>
  tags?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*') ?? false

/** The answer as sent: packed where the client takes it, or 304 where it has it already. Each packing has an ETag of its own. */
function send(c: Context<Env>, answer: Answer): Response {
  const packed = acceptsGzip(c.req.header('accept-encoding')) ? answer.gzip : undefined
  const etag = `"${answer.etag}${packed ? '-gzip' : ''}"`
  const tags = { etag, 'cache-control': 'no-cache', vary: 'accept-encoding' }
  if (isKnown(c.req.header('if-none-match'), etag)) return c.body(null, 304, tags)
  const body = packed ?? answer.body
  return c.body(body, 200, {
    ...tags,
    'content-type': answer.type,
    'content-length': String(body.byteLength),
    ...(packed && { 'content-encoding': 'gzip' }),
  })
}

/** Keeps finished JSON answers and vector tiles, tags them, packs them and answers 304. Whatever sets its own `cache-control` is left alone. */
export const answers =
  (cache: AnswerCache): MiddlewareHandler<Env> =>
  async (c, next) => {
    const key = keyOf(c.var.engine.manifest.snapshot, c.req.url)
    const kept = cache.get(key)
    if (kept) return send(c, kept)
    await next()
    const { status, headers } = c.res
    if (status !== 200 || headers.has('cache-control') || !keptType.test(headers.get('content-type') ?? '')) return
    const answer = await finish(c.res)
    cache.set(key, answer)
    c.res = send(c, answer)
  }
