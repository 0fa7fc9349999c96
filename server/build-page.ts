import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryDir } from '#server/config.ts'

const sources = ['web', 'data', 'server/app.type.ts', 'package.json', 'vite.config.ts']
const notOfThePage = new Set(['prepared', 'source', 'node_modules'])

function* filesBelow(path: string): Generator<string> {
  if (!existsSync(path)) return
  if (!statSync(path).isDirectory()) {
    yield path
    return
  }
  for (const name of readdirSync(path).sort()) if (!notOfThePage.has(name)) yield* filesBelow(join(path, name))
}

function sourcesHash(): string {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of filesBelow(join(repositoryDir, source))) hash.update(file).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/**
 * Build the page where it is not built or its sources have changed since.
 * @throws Error when the build fails
 */
export function buildPageIfNeeded(): void {
  const stamp = join(repositoryDir, 'dist', '.sources')
  const wanted = sourcesHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  const vite = join(repositoryDir, 'node_modules', 'vite', 'bin', 'vite.js')
  const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: repositoryDir,
    // Under a test runner it says otherwise, and React would come in its far larger development build.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'inherit',
  })
  if (built.status !== 0) throw new Error('the page could not be built')
  writeFileSync(stamp, wanted)
}
