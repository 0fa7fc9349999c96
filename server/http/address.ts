import type { Context } from 'hono'

/** Scheme and host that the client asked, e.g. `http://localhost:8080`: links in answers are whole addresses. */
export const originOf = (c: Context): string => new URL(c.req.url).origin

/** A path of this server as a whole address. */
export const absolute = (c: Context, path: string): string => `${originOf(c)}${path}`

/** The address asked, with some parameters set, or taken away where the value is undefined. */
export function addressWith(c: Context, changes: Readonly<Record<string, string | undefined>>): string {
  const url = new URL(c.req.url)
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) url.searchParams.delete(name)
    else url.searchParams.set(name, value)
  }
  return url.href
}

/** The links that every page has which comes as JSON and for people. */
export const selfAndHtml = (c: Context) => [
  { rel: 'self', href: c.req.url, type: 'application/json', title: 'This page' },
  { rel: 'alternate', href: addressWith(c, { f: 'html' }), type: 'text/html', title: 'This page as HTML' },
]
