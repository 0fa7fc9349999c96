import type { z } from '@hono/zod-openapi'
import type { Engine, Value } from '#server/engine/engine.ts'
import { Problem } from '#server/problem.ts'
import type { facetsSchema } from '#server/routes/facets.ts'

export async function facets(
  _engine: Engine,
  _values: Readonly<Record<string, Value>>,
  _signal: AbortSignal,
): Promise<z.infer<typeof facetsSchema>> {
  throw new Problem('internal')
}
