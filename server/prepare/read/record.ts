export type Value = string | number | boolean | null
/** Values of one record by raw or field name. */
export type Row = Record<string, Value>

/** One record of a source file as it was found. */
export interface RawRecord {
  /** As a spreadsheet shows it: the header of a CSV file is row 1; a Parquet file's first record is row 1. */
  readonly rowNumber: number
  readonly rawText: string
  readonly values: Row
  /** Polygon datasets: well-known binary. */
  readonly geometry: Uint8Array | null
  /** Why the record can't be read at all. */
  readonly damage: string | null
  /** Where an imported record came from; absent in a file that is read as it is. */
  readonly origin?: Origin
}

/** What an import knows of a record that it wrote into a normalised file. */
export interface Origin {
  /** The file that the user gave. */
  readonly file: string
  /** The columns that `damage` speaks of. */
  readonly column: string
  /** What the import repaired. */
  readonly repairs: readonly { readonly rule: string; readonly detail: string; readonly movedM: number | null }[]
  /** How many records of the user's file became this one (several outlines of one mine). */
  readonly parts: number
}

/** A source file that is open: its columns, and its records in file order, in batches. */
export interface SourceFile {
  readonly columns: readonly string[]
  readonly records: AsyncIterable<readonly RawRecord[]>
}

/** A source that prepare can't go on without; the message is one line and names the file. */
export class SourceError extends Error {}
