import { createRoute, z } from '@hono/zod-openapi'
import { newRoutes } from '#server/routes/new-routes.ts'
import { json, linkSchema, snapshotId, textSchema } from '#server/routes/schemas.ts'

const landing = createRoute({
  method: 'get',
  path: '/',
  operationId: 'getLanding',
  summary: 'What this API is and where to go on',
  responses: { 200: json(z.object({ title: textSchema, snapshot: snapshotId, links: z.array(linkSchema) }), 'Links') },
})

const title = { en: 'SMAP Atlas', zh: 'SMAP地图集' }
const pages: readonly [string, string, string][] = [
  ['self', '', 'This page'],
  ['service-desc', '/openapi.json', 'OpenAPI 3.0 document'],
  ['data', '/collections', 'Datasets and overlays'],
  ['indicators', '/indicators', 'Indicators'],
  ['facets', '/facets', 'Counts beside the filters'],
  ['search', '/search', 'Search by name'],
  ['quality', '/quality', 'Quality of the data'],
  ['http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes', '/tileMatrixSets', 'Tile matrix sets'],
  ['http://www.opengis.net/def/rel/ogc/1.0/processes', '/processes', 'Processes'],
  ['http://www.opengis.net/def/rel/ogc/1.0/job-list', '/jobs', 'Jobs'],
]

/** The first page of the API. */
export const serviceRoutes = () =>
  newRoutes().openapi(landing, (c) => {
    const links = pages.map(([rel, path, text]) => ({
      rel,
      href: `/api${path}`,
      type: 'application/json',
      title: text,
    }))
    return c.json({ title, snapshot: c.var.engine.manifest.snapshot, links }, 200)
  })
