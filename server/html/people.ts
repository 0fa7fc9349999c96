import type { MiddlewareHandler } from 'hono'
import { collectionPage, collectionsPage, queryablesPage } from '#server/html/collection-pages.ts'
import { featurePage, itemsPage } from '#server/html/item-pages.ts'
import type { Html, View } from '#server/html/layout.ts'
import {
  conformancePage,
  jobPage,
  jobsPage,
  landingPage,
  processesPage,
  processPage,
} from '#server/html/service-pages.ts'
import { languageOf, wantsHtml } from '#server/http/representation.ts'
import type { Env } from '#server/routes/context.ts'

/** A page out of the JSON that the route answers with. `id` is the name in the path that the page is about. */
type Render = (view: View, body: never, id: string) => Html

const pages: readonly (readonly [RegExp, Render])[] = [
  [/^\/api$/, landingPage],
  [/^\/api\/conformance$/, conformancePage],
  [/^\/api\/collections$/, collectionsPage],
  [/^\/api\/collections\/([^/]+)$/, collectionPage],
  [/^\/api\/collections\/([^/]+)\/queryables$/, queryablesPage],
  [/^\/api\/collections\/([^/]+)\/items$/, itemsPage],
  [/^\/api\/collections\/([^/]+)\/items\/[^/]+$/, featurePage],
  [/^\/api\/processes$/, processesPage],
  [/^\/api\/processes\/([^/]+)$/, processPage],
  [/^\/api\/jobs$/, jobsPage],
  [/^\/api\/jobs\/([^/]+)$/, jobPage],
]

/**
 * Shows what a route says in JSON as a page, to whoever asks for one by `f` or by `Accept`. So a page can't say anything else than
 * the JSON, and no route knows of pages. What has no page, and every problem, stays JSON.
 */
export const pagesForPeople: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return
  if (c.res.status !== 200 || !wantsHtml(c) || !/json/.test(c.res.headers.get('content-type') ?? '')) return
  const found = pages.find(([pattern]) => pattern.test(c.req.path))
  if (found === undefined) return
  const [pattern, render] = found
  const view: View = { language: languageOf(c), url: new URL(c.req.url) }
  const id = decodeURIComponent(pattern.exec(c.req.path)?.[1] ?? '')
  const text = await render(view, (await c.res.json()) as never, id)
  const headers = new Headers(c.res.headers)
  headers.set('content-type', 'text/html; charset=utf-8')
  headers.set('content-language', view.language === 'zh' ? 'zh-Hans' : 'en')
  headers.delete('content-length')
  c.res = undefined
  c.res = new Response(String(text), { status: 200, headers })
}
