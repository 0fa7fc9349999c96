import { datasets } from '#data/catalog.ts'
import { type Dataset, type Indicator, indicatorColumns, type Text } from '#data/define.ts'

const counts = new Set(['n', 'n_approximate', 'n_coarse'])

/** Why an indicator has no answer as yet, or null where it has one. */
export function reasonForNoData({ needs = [] }: Pick<Indicator, 'needs'>): Text | null {
  if (needs.length === 0) return null
  const titleOf = (id: string): Text => (datasets as Readonly<Record<string, Dataset>>)[id]?.title ?? { en: id, zh: id }
  const en = needs.map(({ dataset, field, label }) => `${label.en} (${field}) of ${titleOf(dataset).en}`)
  const zh = needs.map(({ dataset, field, label }) => `${titleOf(dataset).zh}中的“${label.zh}”（${field}）`)
  return { en: `No data: needs ${en.join(' and ')}.`, zh: `无数据：需要${zh.join('和')}。` }
}

/** The statement of an indicator that waits for fields: a line without a value for each place that has mines, and no rows. */
export function noDataSql(indicator: Indicator, part: 'value' | 'rows'): string {
  const question = `-- ${reasonForNoData(indicator)?.en}`
  if (part === 'rows') {
    const columns = Object.entries(indicator.rows.fields).map(([name, { type }]) => `cast(null as ${type}) as ${name}`)
    const none = "where p.place_id = coalesce(cast($place as string), 'ALL') and p.mines < 0"
    return `${question}\nselect\n  ${columns.join(',\n  ')}\nfrom place_totals as p\n${none}\n`
  }
  const columns = Object.entries(indicatorColumns)
    .filter(([name]) => name !== 'place_id')
    .map(([name, type]) => `cast(${counts.has(name) ? '0' : 'null'} as ${type}) as ${name}`)
  return `${question}\nselect\n  ${['p.place_id', ...columns].join(',\n  ')}\nfrom place_totals as p\norder by p.place_id\n`
}
