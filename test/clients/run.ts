import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadConfig } from '#server/config.ts'
import { findSpatialExtension } from '#server/spatial.ts'
import { startAtlas } from '#test/setup/atlas.ts'

/** `npm run test:clients`: other people's programs read the running atlas. The last line is `N passed, N failed`. */

const here = fileURLToPath(new URL('.', import.meta.url))
const requirements = join(here, 'requirements.txt')
const { cacheDir } = loadConfig()

/** Python with the pinned packages; made once for each list of them. @throws where this machine can't make it */
function pythonWithClients(): string {
  const hash = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12)
  const folder = join(cacheDir, `clients-${hash}`)
  const [python, finished] = [join(folder, 'bin', 'python'), join(folder, 'finished')]
  if (existsSync(finished)) return python
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(cacheDir, { recursive: true })
  const run = (...parameters: string[]) =>
    execFileSync('python3', parameters, { stdio: ['ignore', 'inherit', 'inherit'] })
  // Without pip of its own, so that a Debian without python3-venv's wheels can make it too.
  run('-m', 'venv', '--without-pip', folder)
  run(
    '-m',
    'pip',
    '--python',
    python,
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--no-deps',
    '-r',
    requirements,
  )
  writeFileSync(finished, '')
  return python
}

async function stop(server: ChildProcess): Promise<void> {
  server.kill('SIGTERM')
  await once(server, 'exit')
}

/** @returns the exit status of pytest */
async function runPytest(python: string, url: string): Promise<number> {
  const environment = {
    ...process.env,
    ATLAS: url,
    SPATIAL: await findSpatialExtension(cacheDir),
    PYTHONDONTWRITEBYTECODE: '1',
  }
  const pytest = spawn(
    python,
    ['-m', 'pytest', here, '-p', 'no:cacheprovider', '--color=no', '-q', ...process.argv.slice(2)],
    {
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let output = ''
  pytest.stdout.on('data', (text: Buffer) => {
    output += text.toString()
    process.stdout.write(text)
  })
  const [status] = (await once(pytest, 'close')) as [number | null]
  const count = (word: string): number =>
    Number(new RegExp(`(\\d+) ${word}`).exec(output.split('\n').slice(-3).join('\n'))?.[1] ?? 0)
  const failed = count('failed') + count('error')
  // A run that ends badly without naming a failure still has one.
  process.stdout.write(`${count('passed')} passed, ${status === 0 ? 0 : Math.max(failed, 1)} failed\n`)
  return status ?? 1
}

const python = pythonWithClients()
const { url, server } = await startAtlas({ LOG_LEVEL: 'error' })
const status = await runPytest(python, url).finally(() => stop(server))
process.exit(status)
