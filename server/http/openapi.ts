import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from '#server/routes/context.ts'
import { problemSchema } from '#server/routes/schemas.ts'

const info = {
  title: 'SMAP Atlas',
  version: '0.1.0',
  description:
    'Mining projects and what lies around them: datasets, overlays and indicators with numerator, denominator, rows and SQL. Every answer carries the snapshot that it rests on.',
  license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
}

const anyProblem = {
  description: 'A problem (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

/** The OpenAPI 3.0 document, complete in itself: every operation may also answer with a problem. */
export function openApiDocument(api: OpenAPIHono<Env>): object {
  api.openAPIRegistry.register('Problem', problemSchema)
  const document = api.getOpenAPIDocument({ openapi: '3.0.3', info, servers: [{ url: '/api' }] })
  for (const path of Object.values(document.paths)) {
    for (const operation of [path?.get, path?.post, path?.delete]) {
      if (operation) operation.responses.default = anyProblem
    }
  }
  return document
}
