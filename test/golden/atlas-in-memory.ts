import { createApp } from '#server/app.ts'
import { loadConfig } from '#server/config.ts'
import type { Engine } from '#server/engine/engine.ts'
import { EngineHolder } from '#server/engine/engine-source.ts'
import { openEngine } from '#server/open-engine.ts'
import { currentSnapshot } from '#server/snapshot.ts'

export interface Atlas {
  readonly manifest: Engine['manifest']
  /** The JSON of an answer. @throws Error with the answer's text where it is not 200 */
  json<Answer>(path: string): Promise<Answer>
  close(): Promise<void>
}

/** The API on the current snapshot, without a port. @throws Error where there is no snapshot */
export async function openAtlas(): Promise<Atlas> {
  const config = loadConfig()
  const snapshot = currentSnapshot(config)
  if (snapshot === null) throw new Error('no snapshot: run `npm run data`')
  const engine = await openEngine(config, snapshot, (error) => {
    throw error
  })
  const app = createApp({ engines: new EngineHolder(engine), maxItems: config.maxItems })
  return {
    manifest: engine.manifest,
    async json<Answer>(path: string) {
      const response = await app.request(path)
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`)
      return (await response.json()) as Answer
    },
    close: () => engine.close(),
  }
}
