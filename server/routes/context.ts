import type { Context, TypedResponse } from 'hono'
import type { RequestIdVariables } from 'hono/request-id'
import type { Engine } from '#server/engine/engine.ts'
import type { QueryTexts } from '#server/engine/parameters.ts'

export interface Variables extends RequestIdVariables {
  /** The engine that this request uses from start to end, also if a newer snapshot comes meanwhile. */
  engine: Engine
  /** Whether it is one of a kept snapshot, whose form may be older than this code. */
  isKept: boolean
}

export interface Env {
  Variables: Variables
}

/** The name that a kept snapshot is asked with; `app.ts` has read it before any route does. */
export const snapshotParameter = 'snapshot'

/** The query string with every text of each name; names are data, so the object has no prototype. */
export function queryTexts(c: Context<Env>): QueryTexts {
  const { searchParams } = new URL(c.req.url)
  searchParams.delete(snapshotParameter)
  const texts: Record<string, string[]> = Object.create(null)
  for (const name of searchParams.keys()) texts[name] ??= searchParams.getAll(name)
  return texts
}

/**
 * A JSON answer whose text was made elsewhere, mostly by the engine; typed as if `c.json` had made it, for the client.
 * @example return answerText<FeatureCollection>(c, text, 'application/geo+json')
 */
export function answerText<T>(c: Context<Env>, text: string, type = 'application/json'): TypedResponse<T, 200, 'json'> {
  return c.body(text, 200, { 'content-type': type }) as unknown as TypedResponse<T, 200, 'json'>
}
