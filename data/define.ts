import type { Layer } from '#data/encoding.ts'
import type { Fields, Unit } from '#data/field.ts'
import type { ParameterId } from '#data/parameters.ts'
import type { Text } from '#data/vocabularies/vocabulary.ts'
import type { CodeOf, VocabularyId } from '#data/vocabularies.ts'

export type { Text } from '#data/vocabularies/vocabulary.ts'

export type GeometryKind = 'point' | 'polygon' | 'line' | 'none'
type Names<F extends Fields> = Extract<keyof F, string>

/** Where a dataset comes from and what may be done with it; shown wherever one of its numbers is. */
export interface Source {
  /** File below `data/source/`; a user's own file of the same name in DATA_DIR/source takes its place. */
  readonly file: string
  readonly publisher: Text
  readonly licence: string
  readonly licence_url: string
  readonly attribution: string
  readonly url: string
  /** The date of the data, not of the download (ISO). */
  readonly date: string
}

interface Drawn<F extends Fields> {
  readonly id: string
  readonly title: Text
  readonly description: Text
  readonly geometry: GeometryKind
  readonly fields: F
  readonly key: Names<F>
  /** The fields that hold a feature's name, by language. */
  readonly name: { readonly en: Names<F>; readonly zh?: Names<F> }
  /** The fields that say when a feature is: one day, or the first and the last; what `datetime` asks for. */
  readonly time?: { readonly start: Names<F>; readonly end?: Names<F> }
  readonly layer?: Layer<Names<F>>
  readonly popup?: readonly Names<F>[]
  readonly table?: readonly Names<F>[]
}

/** Features from one source file. */
export interface Dataset<F extends Fields = Fields> extends Drawn<F> {
  readonly source: Source
  /** Raw column -> field, where the file uses other names. */
  readonly columns?: Readonly<Record<string, Names<F>>>
  /** Fields that hold the key of another dataset, one that comes earlier in the catalog: a row that names an unknown key is quarantined. */
  readonly references?: Readonly<Partial<Record<Names<F>, string>>>
  /** Named rules of `server/prepare/mend`, run on each raw row in this order. */
  readonly mends?: readonly string[]
  /** `mine`: measured from. `near`: measured to. Others take no part in proximity. */
  readonly role?: 'mine' | 'near'
  /** Field with a location accuracy code; coarse ones never enter a ring. */
  readonly accuracy?: Names<F>
  /** Field with a reported area in km2: a point with it stands for the geodesic circle of that size. */
  readonly circle_area_km2?: Names<F>
  /** True where every value of the dataset is invented to show the page; a banner says so. */
  readonly is_illustrative?: boolean
  /** May be missing without stopping prepare; then the table is empty. */
  readonly is_optional?: boolean
  /** Query-time overlay that stands for the dataset in every answer, because some of its rows must not leave. */
  readonly served_by?: string
}

/** Features or rows computed by SQL (`data/overlays/<id>.sql`) from datasets, tables of prepare and other overlays. */
export interface Overlay<F extends Fields = Fields> extends Drawn<F> {
  readonly inputs: readonly string[]
  readonly parameters: readonly ParameterId[]
  /** `prepare`: computed once into the snapshot. `query`: computed for each question. */
  readonly when: 'prepare' | 'query'
  /** A second geometry column in an equal-area plane (EPSG:6933, metres), so that query-time SQL can add up areas with ST_Area. */
  readonly equal_area?: string
  /** As of a dataset: the overlay that stands for it in every answer. */
  readonly served_by?: string
  /** A step towards other overlays, not offered as a collection. */
  readonly is_internal?: boolean
}

export type IndicatorClass = 'measured' | 'attribute' | 'proxy'
export type Aggregation = 'sum' | 'union' | 'ratio_of_sums' | 'median' | 'class_counts'
export type PlaceLevel = CodeOf<'place_level'>

/** One value per region, country or mine: `data/indicators/<id>.sql`; the rows behind it: `<id>.rows.sql`. */
export interface Indicator<F extends Fields = Fields> {
  /** Code of the programme's catalogue, e.g. `EN-01`. */
  readonly id: string
  readonly name: Text
  readonly definition: Text
  /** What the number does not say. */
  readonly caveat: Text
  readonly issue: CodeOf<'guideline_issue'> | null
  readonly class: IndicatorClass
  readonly unit: Unit
  /** Unit of the denominator, where it does not count things. */
  readonly denominator_unit?: Unit
  readonly direction: 'up' | 'down' | 'context'
  readonly aggregation: Aggregation
  readonly levels: readonly PlaceLevel[]
  readonly inputs: readonly string[]
  readonly parameters: readonly ParameterId[]
  /** Defaults that differ from the parameter's own, e.g. a social ring of 20 km. */
  readonly defaults?: Readonly<Partial<Record<ParameterId, string | number | boolean>>>
  /** Breakdown: rows of the answer carry `class_id` from this vocabulary; the row without one is the headline. */
  readonly classes?: VocabularyId
  /** Further values of the same rows with a unit of their own; their `class_id` is the key here. */
  readonly extras?: Readonly<Record<string, { readonly label: Text; readonly unit: Unit }>>
  /**
   * Fields that no dataset has yet and without which there is no answer. While they are missing the indicator has no `.sql`: every place
   * is "no data", with this as the reason. A test fails once all of them are declared; then write the SQL and drop this.
   */
  readonly needs?: readonly { readonly dataset: string; readonly field: string; readonly label: Text }[]
  /** Where the method comes from. */
  readonly method: string
  readonly is_illustrative?: boolean
  /** The rows behind the number: counting them, or summing one field, gives its numerator. */
  readonly rows: {
    readonly key: Names<F>
    readonly fields: F
    readonly numerator: 'count' | { readonly sum: Names<F> } | 'none'
  }
}

/**
 * Declare a dataset; the view, route, layer, legend, popup, table, export and contract test follow from it.
 * @example defineDataset({ id: 'pilot_mines', geometry: 'point', fields: { mine_id: required(text(...)) }, key: 'mine_id', ... })
 */
export const defineDataset = <const F extends Fields, const D extends Dataset<F>>(
  dataset: D & { fields: F },
): D & { fields: F } => dataset
/** Declare an overlay; its SQL is the file of the same name beside it. */
export const defineOverlay = <const F extends Fields, const O extends Overlay<F>>(
  overlay: O & { fields: F },
): O & { fields: F } => overlay
/** Declare an indicator; its SQL and the SQL of its rows are the files of the same name beside it. */
export const defineIndicator = <const F extends Fields, const I extends Indicator<F>>(
  indicator: I & { rows: { fields: F } },
): I & { rows: { fields: F } } => indicator

/** Columns that every indicator's SQL returns, in this order. */
export const indicatorColumns = {
  place_id: 'string',
  class_id: 'string',
  value: 'double',
  low: 'double',
  high: 'double',
  numerator: 'double',
  denominator: 'double',
  n: 'bigint',
  n_approximate: 'bigint',
  n_coarse: 'bigint',
} as const
