import { createHash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import type { Answer, AnswerCache } from '#server/http/answer-cache.ts'
import { encodingFor } from '#server/http/encodings.ts'
import { representationOf } from '#server/http/representation.ts'
import type { Env } from '#server/routes/context.ts'

const leastToCompress = 1_000
/** Beyond it, packing takes longer than sending on the networks an atlas is used in. */
const mostToCompress = 5_000_000
const keptType =
  /^(application\/((geo|schema|vnd\.oai\.openapi)\+)?json|application\/vnd\.mapbox-vector-tile|text\/html)/
/** Headers that belong to the answer and not to one sending of it. */
const ownHeaders = ['content-crs', 'content-language', 'link'] as const

/** Address and parameters in one order, and the representation, so that the same question has one key. */
function keyOf(c: Context<Env>): string {
  const { origin, pathname, searchParams } = new URL(c.req.url)
  searchParams.sort()
  return `${c.var.engine.manifest.snapshot} ${representationOf(c)} ${origin}${pathname}?${searchParams}`
}

async function finish(response: Response): Promise<Answer> {
  const body = new Uint8Array(await response.arrayBuffer())
  const etag = createHash('sha256').update(body).digest('base64url').slice(0, 27)
  const type = response.headers.get('content-type') ?? 'application/json'
  const own = ownHeaders.flatMap((name) => {
    const value = response.headers.get(name)
    return value === null ? [] : [[name, value] as const]
  })
  const isPackable = body.byteLength >= leastToCompress && body.byteLength <= mostToCompress
  return { type, etag, body, headers: Object.fromEntries(own), isPackable }
}

const isKnown = (tags: string | undefined, etag: string): boolean =>
  tags?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*') ?? false

/** The answer as sent: packed where the client takes it, or 304 where it has it already. Each packing has an ETag of its own. */
async function send(c: Context<Env>, cache: AnswerCache, key: string, answer: Answer): Promise<Response> {
  const encoding = answer.isPackable ? encodingFor(c.req.header('accept-encoding')) : undefined
  const etag = `"${answer.etag}${encoding ? `-${encoding}` : ''}"`
  const tags = {
    etag,
    'cache-control': 'no-cache',
    vary: 'accept, accept-encoding, accept-language',
    ...answer.headers,
  }
  if (isKnown(c.req.header('if-none-match'), etag)) return c.body(null, 304, tags)
  const body = encoding ? await cache.packed(key, answer, encoding) : answer.body
  return c.body(body, 200, {
    ...tags,
    'content-type': answer.type,
    'content-length': String(body.byteLength),
    ...(encoding && { 'content-encoding': encoding }),
  })
}

/** Keeps finished answers, tags them, packs them and answers 304. Whatever sets its own `cache-control` is left alone. */
export const answers =
  (cache: AnswerCache): MiddlewareHandler<Env> =>
  async (c, next) => {
    const key = keyOf(c)
    const kept = cache.get(key)
    if (kept) return send(c, cache, key, kept)
    await next()
    const { status, headers } = c.res
    if (status !== 200 || headers.has('cache-control') || !keptType.test(headers.get('content-type') ?? '')) return
    const answer = await finish(c.res)
    cache.set(key, answer)
    c.res = await send(c, cache, key, answer)
  }
