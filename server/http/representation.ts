import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { prefersHtml } from '#server/http/negotiate.ts'
import type { Env } from '#server/routes/context.ts'

export type Language = 'en' | 'zh'

/** The language that a person reads: `lang`, else what the browser says; English where neither is one of ours. */
export function languageOf(c: Context<Env>): Language {
  const asked = c.req.query('lang')
  if (asked === 'en' || asked === 'zh') return asked
  const tags = (c.req.header('accept-language') ?? '').slice(0, 200).toLowerCase().split(',')
  const known = tags.map((tag) => tag.trim().slice(0, 2)).find((tag) => tag === 'en' || tag === 'zh')
  return known === 'zh' ? 'zh' : 'en'
}

/** Whether the answer is to be a page for people: by `f`, else by what the client takes. */
export function wantsHtml(c: Context<Env>): boolean {
  const f = c.req.query('f')
  return f === undefined ? prefersHtml(c.req.header('accept')) : f === 'html'
}

const plainJson = /^(\*\/\*|(application\/(geo\+|schema\+)?json)(\s*;[^,]*)?(,\s*\*\/\*(;[^,]*)?)?)?$/

/**
 * What tells apart answers at one address: nothing for clients that take JSON as it comes; for people the language; for all others
 * what they accept, since a route may offer more than those two.
 */
export function representationOf(c: Context<Env>): string {
  if (wantsHtml(c)) return `html-${languageOf(c)}`
  const accept = c.req.header('accept') ?? ''
  if (c.req.query('f') !== undefined || plainJson.test(accept)) return 'json'
  return createHash('sha256').update(accept).digest('base64url').slice(0, 16)
}
