import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { buildPageIfNeeded } from '#server/build-page.ts'
import { loadConfig } from '#server/config.ts'
import { prepareIfNeeded } from '#server/prepare/if-needed.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the built atlas, e.g. `http://localhost:43117`. */
    atlas: string
  }
}

const repository = fileURLToPath(new URL('../..', import.meta.url))

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0)
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

/** Prepare, build and start the server from source, as `npm start` does; resolves when it is ready. */
export async function startAtlas(
  environment: Record<string, string> = {},
): Promise<{ url: string; server: ChildProcess }> {
  await prepareIfNeeded(loadConfig())
  buildPageIfNeeded()
  return serveAtlas(environment)
}

/** Start the server from source on what is prepared in `DATA_DIR`; resolves when it is ready. */
export async function serveAtlas(
  environment: Record<string, string> = {},
): Promise<{ url: string; server: ChildProcess }> {
  const port = await freePort()
  const server = spawn(process.execPath, ['server/main.ts'], {
    cwd: repository,
    env: { ...process.env, UV_THREADPOOL_SIZE: '16', LOG_LEVEL: 'warn', PORT: String(port), ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const url = `http://localhost:${port}`
  await ready(url, server)
  return { url, server }
}

async function ready(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`the server ended with status ${server.exitCode}`)
    const answer = await fetch(`${url}/api/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the server did not become ready in 60 s')
}

/** Build the page and serve it with the real data for the browser tests. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, server } = await startAtlas()
  project.provide('atlas', url)
  return async () => {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
}
