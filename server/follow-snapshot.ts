import type { Logger } from 'pino'
import type { Config } from '#server/config.ts'
import type { Engine } from '#server/engine/engine.ts'
import type { EngineHolder } from '#server/engine/engine-source.ts'
import type { Lifecycle } from '#server/http/health.ts'
import { currentSnapshot, type Snapshot } from '#server/snapshot.ts'
import { damagedFiles } from '#server/verify-snapshot.ts'

const lookEveryMs = 1_000

/**
 * Looks once a second whether prepare has put a newer snapshot in place, opens it and lets new requests use it.
 * One that can't be opened is reported once; the old one stays.
 * @returns a function that stops looking
 */
export function followSnapshot(
  config: Config,
  engines: EngineHolder,
  open: (snapshot: Snapshot) => Promise<Engine>,
  log: Logger,
  lifecycle: Lifecycle = { isStopping: false },
): () => void {
  let seen = engines.current.manifest.snapshot
  const look = async (): Promise<void> => {
    const snapshot = currentSnapshot(config)
    if (snapshot === null || snapshot.id === seen) return
    seen = snapshot.id
    const damaged = await damagedFiles(snapshot, false)
    if (damaged.length > 0) {
      log.error({ snapshot: snapshot.id, damaged }, 'the new snapshot is damaged; the old one stays')
      return
    }
    lifecycle.instead = null
    engines.switchTo(await open(snapshot))
    log.info({ snapshot: snapshot.id }, 'snapshot switched')
  }
  let _looking: Promise<void> | undefined
  const timer = setInterval(() => {
    _looking ??= look()
      .catch((error: unknown) => log.error({ err: error }, 'the new snapshot can not be opened'))
      .finally(() => {
        _looking = undefined
      })
  }, lookEveryMs)
  timer.unref()
  return () => clearInterval(timer)
}
