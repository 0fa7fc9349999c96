import { type DatasetId, datasets, overlays } from '#data/catalog.ts'
import type { Dataset, Overlay } from '#data/define.ts'
import type { Manifest } from '#server/engine/engine.ts'

/** What an answer says of a dataset whose rows are kept back. */
const withheldWords = {
  en: 'Derived values only: the licence does not let rows be passed on, so names, places and outlines are left out.',
  zh: '仅含衍生数值：许可不允许再分发原始记录，故略去名称、位置与轮廓。',
}

/** Source, licence and date of a dataset, with its row count in this snapshot. */
export function describeSource(id: DatasetId, manifest: Manifest) {
  const dataset: Dataset = datasets[id]
  const facts = manifest.datasets[id]
  const { publisher, licence, licence_url, attribution, url, date } = facts?.source ?? dataset.source
  return {
    dataset: id,
    title: dataset.title,
    publisher,
    licence,
    licence_url,
    attribution,
    url,
    date,
    rows: facts?.rows ?? null,
    is_illustrative: dataset.is_illustrative ?? false,
    ...(facts?.is_withheld && { withheld: withheldWords }),
  }
}

const datasetIds = new Set<string>(Object.keys(datasets))

/** The datasets that a list of inputs rests on in the end, in the catalog's order. */
export function datasetsBehind(inputs: readonly string[]): DatasetId[] {
  const found = new Set<string>()
  const seen = new Set<string>()
  const visit = (id: string): void => {
    if (seen.has(id)) return
    seen.add(id)
    if (datasetIds.has(id)) found.add(id)
    const overlay = (overlays as Readonly<Record<string, Overlay>>)[id]
    for (const input of overlay?.inputs ?? []) visit(input)
  }
  for (const input of inputs) visit(input)
  return (Object.keys(datasets) as DatasetId[]).filter((id) => found.has(id))
}
