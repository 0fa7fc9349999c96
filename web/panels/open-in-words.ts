import { bareFileUrl, type Exported } from '#web/api/export-url.ts'

export const programs = ['qgis', 'gdal', 'python', 'r', 'duckdb'] as const
export type Program = (typeof programs)[number]

/** A text for one program to be given: an address to type in, or lines to run. */
export interface Snippet {
  readonly id: 'service' | 'layer' | 'file' | 'lines'
  readonly text: string
}

const quoted = (text: string): string => `"${text}"`

/**
 * What each program is told so that it reads the same rows: the filter goes along, the server does the work.
 * @param origin where the server is, e.g. `https://atlas.example`
 */
export function snippetsFor(program: Program, rows: Exported, origin: string): readonly Snippet[] {
  const file = (f: 'geojson' | 'gpkg' | 'parquet' | 'csv') => origin + bareFileUrl(rows, f)
  const name = 'collection' in rows ? rows.collection : rows.indicator.toLowerCase().replace('-', '_')
  switch (program) {
    case 'qgis':
      return [
        ...('collection' in rows
          ? [{ id: 'service', text: `${origin}/api` } as const, { id: 'layer', text: rows.collection } as const]
          : []),
        // The file is sent while it is made: of unknown length, so GDAL has to read it as a stream.
        { id: 'file', text: `/vsicurl_streaming/${file('geojson')}` },
      ]
    case 'gdal':
      return [
        {
          id: 'lines',
          text: [
            `curl -o ${name}.gpkg ${quoted(file('gpkg'))}`,
            `ogrinfo -so -al ${name}.gpkg`,
            ...('collection' in rows ? [`ogrinfo -so "OAPIF:${origin}/api" ${rows.collection}`] : []),
          ].join('\n'),
        },
      ]
    case 'python':
      return [
        { id: 'lines', text: `import geopandas\n${name} = geopandas.read_file(\n    ${quoted(file('geojson'))}\n)` },
      ]
    case 'r':
      return [{ id: 'lines', text: `library(sf)\n${name} <- read_sf(${quoted(file('geojson'))})` }]
    case 'duckdb':
      return [
        {
          id: 'lines',
          text: `install httpfs; load httpfs; load spatial;\ncreate table ${name} as\n  select * from read_parquet('${file('parquet')}');`,
        },
      ]
  }
}

/** Tiles for maps, as MapLibre takes them. */
export const tilesOf = (collection: string, origin: string): string =>
  `${origin}/api/collections/${collection}/tiles/WebMercatorQuad/{z}/{y}/{x}`
