import { hc } from 'hono/client'
import type { App } from '#server/app.type.ts'
import { asProblem, problemOf } from '#web/api/problem.ts'
import { noteSnapshot } from '#web/api/snapshot.ts'

/** The API, typed by the server's own routes. */
export const { api } = hc<App>(window.location.origin)

interface Answer<Body> {
  readonly ok: boolean
  json(): Promise<Body>
}

/**
 * The body of an answer.
 * @throws {Problem} for anything but success; `AbortError` of a cancelled request passes through
 */
export async function bodyOf<Body>(asked: Promise<Answer<Body>>): Promise<Body> {
  const body = await keptBodyOf(asked)
  noteSnapshot(body)
  return body
}

/** The same for a question to a kept snapshot: that it is older than the page's own data is no news. @throws as `bodyOf` */
export async function keptBodyOf<Body>(asked: Promise<Answer<Body>>): Promise<Body> {
  const response = await asked.catch((error: unknown) => {
    throw error instanceof DOMException && error.name === 'AbortError' ? error : asProblem(error)
  })
  if (!response.ok) throw await problemOf(response as unknown as Response)
  return response.json()
}
