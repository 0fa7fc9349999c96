import { createRoute, z } from '@hono/zod-openapi'
import { absolute, selfAndHtml } from '#server/http/address.ts'
import { conformsTo } from '#server/routes/conformance-classes.ts'
import { newRoutes } from '#server/routes/new-routes.ts'
import { json, linkSchema, pageQuery, snapshotId, textSchema } from '#server/routes/schemas.ts'

export const openApiType = 'application/vnd.oai.openapi+json;version=3.0'

export const landingSchema = z
  .object({
    title: z.string(),
    description: z.string(),
    titles: textSchema,
    descriptions: textSchema,
    snapshot: snapshotId,
    links: z.array(linkSchema),
  })
  .openapi('Landing')

export const conformanceSchema = z
  .object({ conformsTo: z.array(z.string()), snapshot: snapshotId, links: z.array(linkSchema) })
  .openapi('Conformance')

const landing = createRoute({
  method: 'get',
  path: '/',
  operationId: 'getLandingPage',
  summary: 'What this API is and where to go on',
  request: { query: pageQuery },
  responses: { 200: json(landingSchema, 'Links') },
})

const conformance = createRoute({
  method: 'get',
  path: '/conformance',
  operationId: 'getConformanceDeclaration',
  summary: 'The conformance classes that this API meets',
  request: { query: pageQuery },
  responses: { 200: json(conformanceSchema, 'Their addresses') },
})

const titles = { en: 'SMAP Atlas', zh: 'SMAP地图集' }
const descriptions = {
  en: 'Mining projects and what lies around them: datasets, overlays and indicators with numerator, denominator, rows and SQL, as OGC API Features, Tiles and Processes.',
  zh: '矿业项目及其周边：数据集、叠加分析与指标，附分子、分母、明细与SQL，遵循OGC API要素、瓦片与处理标准。',
}
const rel = (name: string): string => `http://www.opengis.net/def/rel/ogc/1.0/${name}`
const pages: readonly [rel: string, path: string, type: string, title: string][] = [
  ['service-desc', '/openapi.json', openApiType, 'OpenAPI 3.0 document'],
  ['service-doc', '/docs', 'text/html', 'Documentation'],
  ['conformance', '/conformance', 'application/json', 'Conformance classes'],
  [rel('conformance'), '/conformance', 'application/json', 'Conformance classes'],
  ['data', '/collections', 'application/json', 'Datasets, overlays and indicators'],
  [rel('data'), '/collections', 'application/json', 'Datasets, overlays and indicators'],
  [rel('tiling-schemes'), '/tileMatrixSets', 'application/json', 'Tile matrix sets'],
  [rel('processes'), '/processes', 'application/json', 'Processes'],
  [rel('job-list'), '/jobs', 'application/json', 'Jobs'],
  ['indicators', '/indicators', 'application/json', 'Indicators'],
  ['facets', '/facets', 'application/json', 'Counts beside the filters'],
  ['search', '/search', 'application/json', 'Search by name'],
  ['quality', '/quality', 'application/json', 'Quality of the data'],
]

/** The first page of the API, and what standards it meets. */
export const serviceRoutes = () =>
  newRoutes()
    .openapi(landing, (c) => {
      const links = [
        ...selfAndHtml(c),
        ...pages.map(([name, path, type, title]) => ({ rel: name, href: absolute(c, `/api${path}`), type, title })),
      ]
      const { snapshot } = c.var.engine.manifest
      return c.json({ title: titles.en, description: descriptions.en, titles, descriptions, snapshot, links }, 200)
    })
    .openapi(conformance, (c) => {
      const links = selfAndHtml(c)
      return c.json({ conformsTo: [...conformsTo], snapshot: c.var.engine.manifest.snapshot, links }, 200)
    })
