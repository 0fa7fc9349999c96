import type { OpenAPIHono } from '@hono/zod-openapi'
import {
  describeCollections,
  itemsContent,
  itemsPaths,
  type Operation,
  type Paths,
  refer,
  sharedParameters,
} from '#server/http/openapi-collections.ts'
import { type Env, snapshotParameter } from '#server/routes/context.ts'
import { problemSchema } from '#server/routes/schemas.ts'

const info = {
  title: 'SMAP Atlas',
  version: '0.1.0',
  description:
    'Mining projects and what lies around them: datasets, overlays and indicators with numerator, denominator, rows and SQL. Every answer carries the snapshot that it rests on.',
  license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
}

const problem = {
  description: 'A problem (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}
const asPage = { 'text/html': { schema: { type: 'string' } } }
/** Operations that answer a browser with a page. */
const withPage = new Set([
  'getLandingPage',
  'getConformanceDeclaration',
  'getCollections',
  'describeCollection',
  'getQueryables',
  'getFeature',
  'getProcesses',
  'getProcessDescription',
  'getJobs',
  'getStatus',
])

interface Answer {
  content?: Record<string, object>
}

function describeAnswers(operation: Operation): void {
  const ok = operation.responses['200'] as Answer | undefined
  const { operationId = '' } = operation
  if (ok?.content && withPage.has(operationId)) ok.content = { ...ok.content, ...asPage }
  if (ok?.content && operationId === 'getFeatures') ok.content = itemsContent(ok.content)
  if ((operation.parameters?.length ?? 0) > 0) operation.responses['400'] ??= problem
  operation.responses.default = problem
}

const tagOf = (path: string): string => {
  if (path.startsWith('/collections')) return path.includes('/tiles') ? 'Tiles' : 'Collections'
  if (path.startsWith('/tileMatrixSets')) return 'Tiles'
  if (/^\/(processes|jobs)/.test(path)) return 'Processes'
  return /^\/(conformance)?$/.test(path) ? 'Capabilities' : 'Atlas'
}

/** What is read of a snapshot, and so of a kept one too. */
const ofSnapshot =
  /^\/(collections\/[^/]+\/(items|sql|tiles|export)|indicators|indicator-values|coverage|result-matrix|mines|facets|search|quality)/

function describeSnapshot(path: string, { get }: { get?: Operation | undefined }): void {
  if (get !== undefined && ofSnapshot.test(path)) get.parameters = [...(get.parameters ?? []), refer(snapshotParameter)]
}

/**
 * The OpenAPI 3.0 document, complete in itself: every operation may also answer with a problem, and each collection has a path
 * of its own with everything that it can be asked.
 * @param maxItems features that one answer gives at most
 */
export function openApiDocument(api: OpenAPIHono<Env>, maxItems: number): OpenApi {
  api.openAPIRegistry.register('Problem', problemSchema)
  const document = api.getOpenAPIDocument({ openapi: '3.0.3', info, servers: [{ url: '/api' }] })
  const paths = document.paths as unknown as Paths
  describeCollections(paths)
  for (const [path, item] of Object.entries(paths)) describeSnapshot(path, item)
  for (const [path, item] of Object.entries(paths)) {
    for (const operation of [item.get, item.post, item.delete]) {
      if (operation === undefined) continue
      operation.tags = [tagOf(path)]
      describeAnswers(operation)
    }
  }
  const template = paths['/collections/{collectionId}/items']?.get
  return {
    ...document,
    paths: { ...paths, ...(template && itemsPaths(template)) },
    components: { ...document.components, parameters: sharedParameters(maxItems) },
  }
}

export interface OpenApi {
  readonly paths: Paths
  readonly [part: string]: unknown
}

/** The document for those who asked at one origin: its server is a whole address, which every client resolves alike. */
export function openApiTexts(document: OpenApi): (origin: string) => string {
  const known = new Map<string, string>()
  return (origin) => {
    const text = known.get(origin) ?? JSON.stringify({ ...document, servers: [{ url: `${origin}/api` }] })
    if (known.size < 20) known.set(origin, text)
    return text
  }
}
