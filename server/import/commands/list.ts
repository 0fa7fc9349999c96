import { basename } from 'node:path'
import { mappings } from '#data/mappings/list.ts'
import type { Config } from '#server/config.ts'
import { say, textTable } from '#server/import/terminal.ts'
import { allDatasets, isImported, ownFilesOf } from '#server/prepare/inputs.ts'
import { currentSnapshot } from '#server/snapshot.ts'

function originOf(dataset: (typeof allDatasets)[number], dataDir: string): string {
  const { replacing, appended } = ownFilesOf(dataset, dataDir)
  const own = replacing === null ? ['ships'] : [isImported(replacing) ? 'imported' : `own file ${basename(replacing)}`]
  return [...own, ...appended.map((path) => `+ ${basename(path)}`)].join(' ')
}

/** Datasets with their rows, date and origin, and the schemas that are known without a mapping. */
export async function list(config: Config): Promise<void> {
  const facts = currentSnapshot(config)?.manifest.datasets ?? {}
  const rows = allDatasets.map((dataset) => {
    const one = facts[dataset.id]
    return [
      dataset.id,
      one === undefined ? 'not prepared' : one.rows.toLocaleString('en'),
      one?.quarantined.toLocaleString('en') ?? '',
      one?.source.date ?? dataset.source.date,
      originOf(dataset, config.dataDir),
      one?.redistribution === 'derived_only' ? 'derived values only' : '',
      one?.source.attribution ?? dataset.source.attribution,
    ]
  })
  say(textTable(['dataset', 'rows', 'quarantined', 'date', 'file', 'exports', 'source'], rows))
  say('')
  const known = mappings.map(({ id, dataset, title, source, redistribution }) => [
    id,
    dataset,
    title.en,
    source.licence,
    redistribution === 'open' ? '' : 'derived values only',
  ])
  say(textTable(['known schema', 'becomes', 'title', 'licence', 'exports'], known))
}
