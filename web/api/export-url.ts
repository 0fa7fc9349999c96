import type { IndicatorId } from '#data/catalog.ts'
import type { Language } from '#web/text/text.ts'

/** Every format that the API writes, the most asked for first. */
export const exportFormats = ['csv', 'xlsx', 'geojson', 'gpkg', 'parquet', 'fgb', 'shp', 'jsonfg'] as const
export type ExportFormat = (typeof exportFormats)[number]

export type Query = Readonly<Record<string, string>>

/** Rows that can be taken away: those of a collection as a filter leaves them, or those behind a number. */
export type Exported = { readonly filter: Query } & (
  | { readonly collection: string }
  | { readonly indicator: IndicatorId }
)

const pathOf = (rows: Exported): string =>
  'collection' in rows ? `/api/collections/${rows.collection}/export` : `/api/indicators/${rows.indicator}/rows/export`

/** Where rows can be downloaded: an archive with dictionary, query and licences; headers of tables in the reader's language. */
export function exportUrl(rows: Exported, f: ExportFormat, lang: Language): string {
  // A spreadsheet knows Chinese text by the mark alone.
  const mark: Query = f === 'csv' && lang === 'zh' ? { bom: 'true' } : {}
  return `${pathOf(rows)}?${new URLSearchParams({ ...rows.filter, f, lang, ...mark })}`
}

/** The bare file, for programs: names of fields as headers, nothing packed. */
export const bareFileUrl = (rows: Exported, f: ExportFormat): string =>
  `${pathOf(rows)}?${new URLSearchParams({ ...rows.filter, f, single: 'true' })}`
