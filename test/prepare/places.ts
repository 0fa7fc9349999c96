import { pilotMines } from '#data/datasets/pilot-mines.ts'
import type { Dataset } from '#data/define.ts'
import type { MultiPolygon } from '#server/prepare/geometry/shape.ts'
import type { MendContext } from '#server/prepare/mend/mend.ts'
import { CountryIndex } from '#server/prepare/place/country-index.ts'

export const square = (west: number, south: number, east: number, north: number): MultiPolygon => [
  [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
]

/** Three square countries: Zambia and DR Congo side by side, Kazakhstan far away. */
export function placesFor(dataset: Dataset = pilotMines): MendContext {
  return {
    dataset,
    countries: new CountryIndex([
      ['ZMB', square(20, -20, 30, -10)],
      ['COD', square(20, -10, 30, 0)],
      ['KAZ', square(60, 40, 80, 50)],
      ['USA', square(-110, 30, -90, 40)],
    ]),
    regionOfCountry: new Map([
      ['ZMB', 'AFR'],
      ['COD', 'AFR'],
      ['KAZ', 'CAS'],
    ]),
    countryOfName: new Map([
      ['zambia', 'ZMB'],
      ['democratic republic of the congo', 'COD'],
    ]),
    mineIds: new Set(['zm-chambishi']),
    keysOf: new Map([['result_indicators', new Set(['O1.1'])]]),
  }
}
