import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import type { Env } from '#server/routes/context.ts'

const forever = 'public, max-age=31536000, immutable'
const notBuilt = 'The page is not built yet: run `npm run build`. The API is at /api.\n'

/** Vite puts a hash of the content into the names below `assets`, so they never change. */
const cacheControl = (path: string): string => (/[\\/]assets[\\/]/.test(path) ? forever : 'no-cache')

/**
 * The built page: its files, and its first page for every address that is the page's own (the URL holds the view).
 * @param folder where `vite build` puts it
 */
export function pageRoutes(folder: string): Hono<Env> {
  const index = join(folder, 'index.html')
  return new Hono<Env>()
    .use(compress())
    .use(
      '*',
      serveStatic({
        root: relative(process.cwd(), folder) || '.',
        onFound: (path, c) => c.header('cache-control', cacheControl(path)),
      }),
    )
    .get('*', async (c, next) => {
      if (c.req.path.startsWith('/api') || /\.[a-z0-9]+$/i.test(c.req.path)) return next()
      if (!existsSync(index)) return c.text(notBuilt, 503, { 'cache-control': 'no-store' })
      return c.html(await readFile(index, 'utf8'), 200, { 'cache-control': 'no-cache' })
    })
}
