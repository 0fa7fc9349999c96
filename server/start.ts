import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildPageIfNeeded } from '#server/build-page.ts'
import { loadConfig } from '#server/config.ts'
import { prepareIfNeeded } from '#server/prepare/if-needed.ts'

const leastNode = 24
/** Each running query holds a thread of libuv's pool; with the usual four, four long ones stop the whole server. */
const threads = '16'

function fail(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

async function readyToServe(): Promise<void> {
  const [major] = process.versions.node.split('.')
  if (Number(major) < leastNode)
    fail(`Node ${leastNode} or newer is needed, this is ${process.version}: use \`npm start\`.`)
  await prepareIfNeeded(loadConfig())
  buildPageIfNeeded()
}

await readyToServe().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)))

if (process.env.UV_THREADPOOL_SIZE === undefined) {
  const main = fileURLToPath(new URL('main.ts', import.meta.url))
  const server = spawn(process.execPath, [main], {
    stdio: 'inherit',
    env: { ...process.env, UV_THREADPOOL_SIZE: threads },
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => server.kill(signal))
  server.on('exit', (code) => process.exit(code ?? 1))
} else {
  await import('#server/main.ts')
}
