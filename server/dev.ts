import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { loadConfig, repositoryDir } from '#server/config.ts'
import { prepareIfNeeded } from '#server/prepare/if-needed.ts'

await prepareIfNeeded(loadConfig())

const vite = join(repositoryDir, 'node_modules', 'vite', 'bin', 'vite.js')
const children = [['--watch', 'server/main.ts'], [vite]].map((parameters) =>
  spawn(process.execPath, parameters, { cwd: repositoryDir, stdio: 'inherit' }),
)

/** Both end together: a page without its server, or the other way round, only confuses. */
function end(): void {
  for (const child of children) child.kill('SIGTERM')
}
for (const child of children) child.on('exit', end)
process.on('SIGINT', end)
process.on('SIGTERM', end)
