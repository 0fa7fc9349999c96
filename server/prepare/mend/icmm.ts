import { commodityWords } from '#data/mappings/words.ts'
import { term } from '#data/vocabularies/vocabulary.ts'
import type { Mend } from '#server/prepare/mend/mend.ts'

const wordsOf = (value: unknown): string[] =>
  String(value ?? '')
    .split(';')
    .map((word) => word.trim())
    .filter((word) => word !== '')

export const icmmCommodities: Mend = {
  id: 'icmm_commodities',
  kind: 'derive',
  description: term(
    'The commodity words of the source become codes, main one first, each once; words without a code become OTH.',
    '来源中的矿种名称转为代码，主要矿种在前，不重复；无对应代码者记为OTH。',
  ),
  supplies: ['commod1', 'commod2', 'commod3'],
  apply(row) {
    const words = ['Primary Commodity', 'Secondary Commodity', 'Other Commodities'].flatMap((name) =>
      wordsOf(row[name]),
    )
    const codes = [...new Set(words.map((word) => commodityWords[word.toLowerCase()] ?? 'OTH'))]
    for (const [index, field] of ['commod1', 'commod2', 'commod3'].entries()) row[field] = codes[index] ?? null
    return { detail: codes.join(';') }
  },
}

export const icmmAssetType: Mend = {
  id: 'icmm_asset_type',
  kind: 'derive',
  description: term('Steel plants are called steelworks.', '“Steel Plant”记为钢铁厂。'),
  apply(row) {
    const words = wordsOf(row.asset_type).map((word) => (word === 'Steel Plant' ? 'Steelworks' : word))
    row.asset_type = words.join(';') || null
    return { detail: words.join(';') }
  },
}

export const icmmAccuracy: Mend = {
  id: 'icmm_accuracy',
  kind: 'derive',
  description: term(
    'Places are coordinates; where the confidence of the source in the facility is very low, they are approximate.',
    '位置为坐标；来源置信度极低的设施，其位置视为大致位置。',
  ),
  supplies: ['loc_accuracy'],
  apply(row) {
    const accuracy = row.confidence === 'Very Low' ? 'APPROXIMATE_LOCATION' : 'COORDINATES'
    row.loc_accuracy = accuracy
    return { detail: accuracy }
  },
}

export const icmmUnstated: Mend = {
  id: 'icmm_unstated',
  kind: 'derive',
  description: term(
    'The source says neither status nor owner: both are unknown.',
    '来源未说明状态与所有者：均为未知。',
  ),
  supplies: ['dev_stat', 'ownership_class'],
  apply(row) {
    row.dev_stat = 'UNKNOWN'
    row.ownership_class = 'UNKNOWN'
    return { detail: 'UNKNOWN' }
  },
}
