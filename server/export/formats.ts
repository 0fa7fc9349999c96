export const exportFormats = ['csv', 'geojson', 'jsonfg', 'parquet', 'gpkg', 'fgb', 'xlsx', 'shp'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Media type of each format; what a client may name in `Accept`. A shapefile is several files and always comes as an archive. */
export const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  geojson: 'application/geo+json',
  jsonfg: 'application/fg+json',
  parquet: 'application/vnd.apache.parquet',
  gpkg: 'application/geopackage+sqlite3',
  fgb: 'application/vnd.flatgeobuf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  shp: 'application/zip',
}

const bare = (type: string): string => type.split(';')[0]?.trim().toLowerCase() ?? ''

/** The format that an `Accept` header names; of several the one it ranks highest, in the order of the header where they tie. */
export function formatOfAccept(accept: string | undefined): ExportFormat | undefined {
  const ranked = (accept ?? '').split(',').flatMap((part) => {
    const format = exportFormats.find((one) => one !== 'shp' && bare(mediaTypes[one]) === bare(part))
    const rank = Number(/;\s*q=([\d.]+)/.exec(part)?.[1] ?? 1)
    return format !== undefined && rank > 0 ? [{ format, rank }] : []
  })
  return ranked.sort((a, b) => b.rank - a.rank)[0]?.format
}

/** Name of the file that holds the rows; of a shapefile, its main one. */
export const fileName = ({ id }: { readonly id: string }, format: ExportFormat): string =>
  `${id}.${format === 'jsonfg' ? 'fg.json' : format}`
