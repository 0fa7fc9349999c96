import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { quoteText, type Workbench } from '#server/prepare/database.ts'
import type { Position } from '#server/prepare/geometry/shape.ts'
import { shippedSourceDir } from '#server/prepare/inputs.ts'
import { CountryIndex } from '#server/prepare/place/country-index.ts'
import { polygonsOf } from '#server/prepare/polygons.ts'
import type { Random } from '#test/bench/size/random.ts'

/** A place on land in one of the four regions. */
export interface Place {
  readonly position: Position
  readonly iso3: string
  readonly region: string
}

/** Round which mines, people and reports gather. */
export interface District extends Place {
  readonly commodity: string
}

const box = { west: -118, south: -56, east: 142, north: 56 }

/** The land of the four regions: places on it at random, evenly or near another place. */
export class Land {
  private readonly countries: CountryIndex
  private readonly regions: ReadonlyMap<string, string>
  private readonly random: Random

  private constructor(countries: CountryIndex, regions: ReadonlyMap<string, string>, random: Random) {
    this.countries = countries
    this.regions = regions
    this.random = random
  }

  static async open({ connection }: Pick<Workbench, 'connection'>, random: Random): Promise<Land> {
    const rows: { iso3: string; region_id: string }[] = parse(
      readFileSync(join(shippedSourceDir, 'region-countries.csv'), 'utf8'),
      { columns: true },
    )
    const regions = new Map(rows.map((row) => [row.iso3, row.region_id]))
    await connection.run(
      `create or replace table land as
       select iso3, st_simplifypreservetopology(geometry::geometry, 0.01) as geometry
       from read_parquet(${quoteText(join(shippedSourceDir, 'countries.parquet'))})`,
    )
    return new Land(new CountryIndex(await polygonsOf(connection, 'land', 'iso3')), regions, random)
  }

  private at(position: Position): Place | null {
    const iso3 = this.countries.countryAt(position)
    const region = iso3 === null ? undefined : this.regions.get(iso3)
    return iso3 === null || region === undefined ? null : { position, iso3, region }
  }

  anywhere(): Place {
    for (;;) {
      // Even by area: the sine of the latitude is.
      const sine = this.random.between(Math.sin((box.south * Math.PI) / 180), Math.sin((box.north * Math.PI) / 180))
      const place = this.at([this.random.between(box.west, box.east), (Math.asin(sine) * 180) / Math.PI])
      if (place !== null) return place
    }
  }

  /** @param spread degrees, of a normal distribution whose width varies itself */
  near(centre: Place, spread: number): Place {
    const wide = -Math.log(1 - this.random.next()) * spread
    const [x, y] = centre.position
    const place = this.at([x + this.random.normal() * wide, y + this.random.normal() * wide])
    return place ?? centre
  }
}
