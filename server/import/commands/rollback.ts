import type { Config } from '#server/config.ts'
import { failed } from '#server/import/problem.ts'
import { usageProblem } from '#server/import/request.ts'
import { say } from '#server/import/terminal.ts'
import { pinSnapshot, underLock } from '#server/prepare/prepare.ts'
import { restoreSources } from '#server/prepare/switch.ts'
import { currentSnapshot, type Snapshot } from '#server/snapshot.ts'
import { damagedFiles, keptSnapshots } from '#server/verify-snapshot.ts'

function choose(kept: readonly Snapshot[], current: Snapshot | null, asked: string | undefined): Snapshot {
  if (asked === undefined) {
    const older = kept.slice(kept.findIndex(({ id }) => id === current?.id) + 1)
    const [before] = older
    if (before === undefined) throw failed('there is no older snapshot to go back to')
    return before
  }
  const found = kept.filter(({ id }) => id.startsWith(asked))
  const [only] = found
  if (only === undefined || found.length > 1) {
    throw usageProblem(`"${asked}" is not one of the kept snapshots: ${kept.map(({ id }) => id).join(', ')}`)
  }
  return only
}

/**
 * Go back to the snapshot before the current one, or to a kept one by its id; the imported files go back with it.
 * @throws ImportProblem where it is not kept or damaged
 */
export async function rollback(config: Config, [asked]: readonly string[]): Promise<void> {
  const { dataDir } = config
  await underLock(dataDir, async () => {
    const current = currentSnapshot(config)
    const snapshot = choose(keptSnapshots(dataDir), current, asked)
    const damaged = await damagedFiles(snapshot)
    if (damaged.length > 0)
      throw failed(`snapshot ${snapshot.id} is damaged (${damaged.join(', ')}): nothing was changed`)
    await restoreSources(dataDir, snapshot)
    await pinSnapshot(dataDir, snapshot.id)
    say(
      `snapshot ${snapshot.id} is current again (it was ${current?.id ?? 'none'}); a running server switches within two seconds`,
    )
  })
}
