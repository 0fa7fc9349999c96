import type { Text } from '#data/define.ts'
import type { Field } from '#data/field.ts'
import type { Query, Value } from '#server/engine/engine.ts'

export type ExportFormat = 'csv' | 'geojson' | 'parquet'
export type Language = 'en' | 'zh'

/** What is to be exported: rows of a collection or the rows behind a number, and all that is said about them. */
export interface ExportJob {
  /** Name of the files, without ending. */
  readonly id: string
  readonly title: Text
  readonly description: Text
  readonly fields: Readonly<Record<string, Field>>
  /** `measured`, `attribute` or `proxy`, of each field. */
  readonly classOf: (field: string) => string
  readonly geometry: 'point' | 'polygon' | 'line' | 'none'
  /** The statement that a person can run again. */
  readonly query: Query
  /** How many rows there are: one row, `n`. */
  readonly count: Query
  /** Rows for CSV; geometry as `longitude` and `latitude` or as `geometry_wkt`, where the fields do not have it. */
  readonly table: Query
  /** Rows with one GeoJSON text each in `feature`. */
  readonly features: Query
  /** Rows with the geometry as the engine's own type. */
  readonly shapes: Query
  /** The filter, as parameters and in words. */
  readonly parameters: Readonly<Record<string, Value>>
  readonly words: Text
  /** Inputs whose sources are named. */
  readonly inputs: readonly string[]
}

export interface ExportFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
  readonly rows: number
}
