import type { Config } from '#server/config.ts'
import { importFile } from '#server/import/commands/import.ts'
import { checkSnapshots } from '#server/import/commands/status.ts'
import { readImportRequest } from '#server/import/request.ts'

/** Without a file: are the kept snapshots what they were? With one: a dry run. */
export async function check(config: Config, args: readonly string[]): Promise<void> {
  if (args.length === 0) await checkSnapshots(config)
  else await importFile(config, { ...readImportRequest(args), isDryRun: true })
}
