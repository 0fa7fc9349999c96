import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { html } from 'hono/html'
import { apiCrumb, page, say } from '#server/html/layout.ts'
import { words } from '#server/html/words.ts'
import { languageOf } from '#server/http/representation.ts'
import { badParameter, Problem } from '#server/problem.ts'
import type { Env } from '#server/routes/context.ts'

const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
const ownStyle = fileURLToPath(new URL('../html/pages.css', import.meta.url))
/** Files that the documentation is made of; nothing else of the package is served. */
const files: Readonly<Record<string, { readonly path: string; readonly type: string }>> = {
  'swagger-ui.css': { path: join(swagger, 'swagger-ui.css'), type: 'text/css; charset=utf-8' },
  'swagger-ui-bundle.js': { path: join(swagger, 'swagger-ui-bundle.js'), type: 'text/javascript; charset=utf-8' },
}
const aDay = { 'cache-control': 'public, max-age=86400' }

/**
 * Starts the documentation; a file of its own, because nothing is written inline. Lists get names and long examples can be reached and
 * scrolled by keyboard, which Swagger UI leaves out; links within its buttons (deepLinking) would hide from assistive technology.
 */
const start = `SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#documentation',
  deepLinking: false,
  docExpansion: 'none',
  validatorUrl: null,
  layout: 'BaseLayout',
})
const documentation = document.getElementById('documentation')
function name() {
  for (const select of documentation.querySelectorAll('select:not([aria-label])')) {
    const { paramName } = select.closest('tr')?.dataset ?? {}
    select.setAttribute('aria-label', paramName ?? (select.id === 'servers' ? 'Server' : 'Media type'))
  }
  for (const example of documentation.querySelectorAll('pre.microlight:not([tabindex])')) example.tabIndex = 0
}
new MutationObserver(name).observe(documentation, { childList: true, subtree: true })
`

/** Documentation that can be browsed and tried out, and the style of all pages; all of it comes from this server. */
export const docsRoutes = () =>
  new Hono<Env>()
    .use('/docs/*', compress())
    .get('/pages.css', (c) =>
      c.body(readFileSync(ownStyle, 'utf8'), 200, { ...aDay, 'content-type': 'text/css; charset=utf-8' }),
    )
    .get('/docs', async (c) => {
      const url = new URL(c.req.url)
      for (const name of url.searchParams.keys()) {
        if (name !== 'lang' && name !== 'f') throw badParameter(name, 'means nothing here')
      }
      const view = { language: languageOf(c), url }
      const title = say(view, words.docs)
      const text = page(view, {
        title,
        description: title,
        crumbs: [apiCrumb(view)],
        body: html`<div id="documentation"></div>`,
        head: html`<link rel="stylesheet" href="/api/docs/swagger-ui.css" />
          <script src="/api/docs/swagger-ui-bundle.js" defer></script>
          <script src="/api/docs/start.js" defer></script>`,
      })
      return c.html(text, 200, { 'cache-control': 'no-cache' })
    })
    .get('/docs/start.js', (c) => c.body(start, 200, { ...aDay, 'content-type': 'text/javascript; charset=utf-8' }))
    .get('/docs/:file', (c) => {
      const file = Object.hasOwn(files, c.req.param('file')) ? files[c.req.param('file')] : undefined
      if (file === undefined) throw new Problem('not_found')
      return c.body(readFileSync(file.path, 'utf8'), 200, { ...aDay, 'content-type': file.type })
    })
