import type { Feature, Geometry } from 'geojson'

export type Cell = string | number | boolean | null
export type DroppedFeature = Feature<Geometry, Readonly<Record<string, Cell>>> & { readonly id: string }

/** Which columns hold the place. */
export interface Coordinates {
  readonly longitude: string
  readonly latitude: string
}

export interface BadRow {
  /** The record in the file, the first after the heading being 2; the feature, the first being 1. */
  readonly row: number
  readonly reason: BadReason
}
export type BadReason = 'unreadable' | 'no_coordinates' | 'outside_earth' | 'no_geometry' | 'bad_geometry'

/** What a reader hands over: rows that still have to be placed, or features. */
export type Content =
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'features'; readonly features: readonly (Feature<Geometry | null> | null)[] }

/** A file as the page knows it: `features` and `bad` are together all records that were read. */
export interface Parsed {
  readonly columns: readonly string[]
  /** The columns taken for the place; null where the file has geometry of its own. */
  readonly coordinates: Coordinates | null
  readonly features: readonly DroppedFeature[]
  readonly bad: readonly BadRow[]
  readonly vertices: number
  /** West, south, east, north of all features, in degrees; null without any. */
  readonly bounds: readonly [number, number, number, number] | null
  readonly notes: readonly Note[]
  /** Records whose texts had been encoded twice and were repaired, and in which columns; null without any. */
  readonly repaired: { readonly records: number; readonly columns: readonly string[] } | null
}
/** What the reader had to assume; the page says it. */
export type Note = 'windows_1252' | 'no_projection' | 'first_sheet' | 'first_layer'

export type FileProblem =
  | 'unknown_format'
  | 'too_large'
  | 'unreadable'
  | 'empty'
  | 'other_projection'
  | 'choose_coordinates'
  | 'too_many'

/** Why a file can not be shown. `columns` are offered where the reader has to say which hold the place. */
export class FileError extends Error {
  readonly problem: FileProblem
  readonly columns: readonly string[]
  constructor(problem: FileProblem, { columns = [], cause }: { columns?: readonly string[]; cause?: unknown } = {}) {
    super(problem, { cause })
    this.problem = problem
    this.columns = columns
  }
}

/** Bytes of a file, features of a layer: what a browser on a small machine still draws without a pause. */
export const mostBytes = 50_000_000
export const mostFeatures = 50_000
