import { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from '#server/routes/context.ts'
import { refuseBadRequest } from '#server/routes/refuse.ts'

/** An empty set of routes whose bad paths and queries become problems. */
export const newRoutes = () => new OpenAPIHono<Env>({ defaultHook: refuseBadRequest })
