import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { secureHeaders } from 'hono/secure-headers'
import { badParameter, Problem } from '#server/problem.ts'
import type { Env } from '#server/routes/context.ts'

const readingMethods = 'GET, HEAD, OPTIONS'
const execution = /^\/api\/processes\/[^/]+\/execution$/
const job = /^\/api\/jobs\/[^/]+$/
const ownWork = /^\/api\/(jobs(\/|$)|processes\/[^/]+\/execution$)/

/** What an address takes: the atlas answers questions, runs processes and stops jobs, and nothing else. */
function methodsOf(path: string): string {
  if (execution.test(path)) return 'POST, OPTIONS'
  return job.test(path) ? `${readingMethods}, DELETE` : readingMethods
}

/** Of one request. */
export const mostBodyBytes = 10_000_000

/** Everything the page loads comes from this server; nothing is written inline (engineering.md 3). */
export const protection = (): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      workerSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      styleSrc: ["'self'"],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    crossOriginResourcePolicy: 'cross-origin',
    strictTransportSecurity: false,
    xFrameOptions: 'DENY',
  })

/** Anybody may read from anywhere: the answers are public and carry no cookies. Jobs are somebody's work, and other sites see none of it. */
export const openToRead = (): MiddlewareHandler => {
  const open = cors({
    origin: '*',
    allowMethods: ['GET', 'HEAD', 'OPTIONS'],
    exposeHeaders: ['Content-Crs', 'Content-Disposition', 'ETag', 'Link', 'Retry-After', 'X-Request-Id', 'X-Withheld'],
    maxAge: 86_400,
  })
  return (c, next) => (ownWork.test(c.req.path) ? next() : open(c, next))
}

/** Refuses every method that an address does not take. */
export const knownMethods: MiddlewareHandler<Env> = async (c, next) => {
  const methods = methodsOf(c.req.path)
  if (!methods.split(', ').includes(c.req.method)) throw new Problem('method_not_allowed', { allow: methods })
  await next()
}

/** Hono gathers a query in an object with a prototype; this one name would reach into it. */
export const plainNames: MiddlewareHandler<Env> = async (c, next) => {
  if (new URL(c.req.url).searchParams.has('__proto__')) throw badParameter('__proto__', 'means nothing here')
  await next()
}

export const smallBodies = (): MiddlewareHandler =>
  bodyLimit({
    maxSize: mostBodyBytes,
    onError: () => {
      throw new Problem('body_too_large')
    },
  })
