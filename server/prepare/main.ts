import { loadConfig } from '#server/config.ts'
import { prepare } from '#server/prepare/prepare.ts'

try {
  const { id, folder, manifest } = await prepare(loadConfig())
  const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0)
  process.stdout.write(
    `snapshot ${id}: ${rows.toLocaleString('en')} rows, prepared in ${manifest.duration_s} s, ${folder}\n`,
  )
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
