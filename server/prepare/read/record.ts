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
}

/** A source file that is open: its columns, and its records in file order, in batches. */
export interface SourceFile {
  readonly columns: readonly string[]
  readonly records: AsyncIterable<readonly RawRecord[]>
}

/** A source that prepare can't go on without; the message is one line and names the file. */
export class SourceError extends Error {}
