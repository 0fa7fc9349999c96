import { createRoute, z } from '@hono/zod-openapi'
import { queryTexts } from '#server/routes/context.ts'
import { newRoutes } from '#server/routes/new-routes.ts'
import { json, snapshotId } from '#server/routes/schemas.ts'
import { readSearchText, searchQuery } from '#server/routes/search-query.ts'

const found = z
  .object({
    dataset: z.enum(['pilot_mines', 'mines', 'host_communities', 'protected_areas']),
    id: z.string(),
    name_en: z.string(),
    name_zh: z.string().nullable(),
    iso3: z.string(),
    longitude: z.number(),
    latitude: z.number(),
  })
  .openapi('Found')

type Found = z.infer<typeof found>

const route = createRoute({
  method: 'get',
  path: '/search',
  operationId: 'search',
  summary: 'Mines, host communities and protected areas by name, at most twenty',
  request: { query: z.object({ q: z.string('is missing').min(1, 'must not be empty').max(100, 'is too long') }) },
  responses: { 200: json(z.object({ snapshot: snapshotId, results: z.array(found) }), 'Best match first') },
})

/** Names in English, the original language or Chinese. */
export const searchRoutes = () =>
  newRoutes().openapi(route, async (c) => {
    const { engine } = c.var
    const text = readSearchText(queryTexts(c))
    const rows = await engine.rows(searchQuery(text), { signal: c.req.raw.signal })
    return c.json({ snapshot: engine.manifest.snapshot, results: rows as unknown as Found[] }, 200)
  })
