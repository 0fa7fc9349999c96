import { loadConfig } from '#server/config.ts'
import { runCommand } from '#server/import/command.ts'
import { prepare } from '#server/prepare/prepare.ts'

const args = process.argv.slice(2)

async function prepareAll(): Promise<void> {
  const { id, folder, manifest } = await prepare(loadConfig())
  const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0)
  process.stdout.write(
    `snapshot ${id}: ${rows.toLocaleString('en')} rows, prepared in ${manifest.duration_s} s, ${folder}\n`,
  )
}

try {
  if (args.length === 0) await prepareAll()
  else process.exitCode = await runCommand(loadConfig(), args)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
