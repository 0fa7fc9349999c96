import type { Hook } from '@hono/zod-openapi'
import { badParameters } from '#server/engine/parameters.ts'
import type { Env } from '#server/routes/context.ts'

/** What zod refuses in a path or query becomes the same problem as anything else that is refused. */
export const refuseBadRequest: Hook<unknown, Env, string, undefined> = (result) => {
  if (result.success) return undefined
  throw badParameters(
    result.error.issues.map(({ path, message }) => ({ parameter: path.join('.') || result.target, reason: message })),
  )
}
