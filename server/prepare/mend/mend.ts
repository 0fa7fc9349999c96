import type { Dataset, Text } from '#data/define.ts'
import type { CountryIndex } from '#server/prepare/place/country-index.ts'
import type { Row } from '#server/prepare/read/record.ts'

/** What a mend may look up. */
export interface MendContext {
  readonly dataset: Dataset
  readonly countries: CountryIndex
  /** iso3 -> region code, of `region_countries`. */
  readonly regionOfCountry: ReadonlyMap<string, string>
  /** English name in lower case -> iso3. */
  readonly countryOfName: ReadonlyMap<string, string>
  /** Ids of all mines; empty while mines are read. */
  readonly mineIds: ReadonlySet<string>
  /** Keys of the datasets that others refer to, by dataset; of those read so far. */
  readonly keysOf: ReadonlyMap<string, ReadonlySet<string>>
}

/** What a mend did to a row; `null` where it found nothing to do. */
export type Mended =
  | { readonly detail: string; readonly movedM?: number }
  | { readonly column: string; readonly reason: string }
  | null

/**
 * One named rule about raw rows. A `mend` repairs a defect of the source and is listed among the findings; a `derive` fills columns
 * that the source does not have and is not. A row that can't be used gets a column and a reason, and goes to the quarantine.
 */
export interface Mend {
  readonly id: string
  readonly kind: 'mend' | 'derive'
  readonly description: Text
  /** Fields that the source file may leave out, because this rule fills them. */
  readonly supplies?: readonly string[]
  /** Changes the row in place. */
  readonly apply: (row: Row, context: MendContext) => Mended
}
