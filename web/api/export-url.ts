import type { IndicatorId } from '#data/catalog.ts'
import type { Language } from '#web/text/text.ts'

export const exportFormats = ['csv', 'geojson', 'parquet'] as const
export type ExportFormat = (typeof exportFormats)[number]

type Query = Readonly<Record<string, string>>
const withQuery = (path: string, query: Query): string => `${path}?${new URLSearchParams(query)}`

/** Where the rows of a collection, as the filter leaves them, can be downloaded. */
export const collectionExportUrl = (collection: string, filter: Query, f: ExportFormat, lang: Language): string =>
  withQuery(`/api/collections/${collection}/export`, { ...filter, f, lang })

/** Where the rows behind a number can be downloaded. */
export const rowsExportUrl = (indicator: IndicatorId, filter: Query, f: ExportFormat, lang: Language): string =>
  withQuery(`/api/indicators/${indicator}/rows/export`, { ...filter, f, lang })
