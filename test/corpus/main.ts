import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { repositoryDir } from '#server/config.ts'

/** `npm run test:corpus -- <folder>`: the real files of a folder, imported with no flags; and kill -9 at 100 moments, or as many as KILLS says. */
const [folder] = process.argv.slice(2)
if (folder === undefined || !existsSync(folder)) {
  process.stderr.write('npm run test:corpus -- <folder with real files>\n')
  process.exit(2)
}
const { status } = spawnSync(join(repositoryDir, 'node_modules', '.bin', 'vitest'), ['run', '--project', 'corpus'], {
  cwd: repositoryDir,
  stdio: 'inherit',
  env: { KILLS: '100', ...process.env, CORPUS_FOLDER: resolve(folder) },
})
process.exit(status ?? 1)
