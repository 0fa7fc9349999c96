import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { quote, rows, sourceFolder } from '#server/prepare/make/duck.ts'

/** Not labelled: the map names the members and observers of the United Nations and the territories on its lists. */
const withoutLabel = ['ATA', 'HKG', 'MAC', 'TWN', 'XKX']

/** Square degrees from which a country has rank 1, 2, 3 or 4; smaller ones have 5 and show when the map is close. */
const ranks = [150, 40, 8, 1] as const

/** Country names as points, in the largest polygon's widest place; `rank` 1 is the largest. */
export const labelPoints = async (duck: DuckDBConnection): Promise<readonly object[]> => {
  const found = await rows<{ iso3: string; name_en: string; name_zh: string; area: number; x: number; y: number }>(
    duck,
    `with part as (select iso3, name_en, name_zh, unnest(st_dump(geometry::geometry)).geom as geometry
                   from ${quote(join(sourceFolder, 'countries.parquet'))} where iso3 not in (${withoutLabel.map(quote).join(', ')})),
    largest as (select * from part qualify row_number() over (partition by iso3 order by st_area(geometry) desc) = 1),
    -- The circle is sought on a map shrunk by latitude, so that "widest" means kilometres and not degrees.
    widest as (select iso3, name_en, name_zh, st_area(geometry) as area, cos(radians((st_ymin(geometry) + st_ymax(geometry)) / 2)) as shrink, geometry from largest),
    centred as (select *, st_maximuminscribedcircle(st_affine(st_simplifypreservetopology(geometry, 0.01), shrink, 0, 0, 1, 0, 0)).center as centre from widest)
    select iso3, name_en, name_zh, area, st_x(centre) / shrink as x, st_y(centre) as y from centred order by area desc, iso3`,
  )
  return found.map(({ iso3, name_en, name_zh, area, x, y }) => ({
    type: 'Feature',
    properties: { iso3, name_en, name_zh, rank: ranks.filter((limit) => area < limit).length + 1 },
    geometry: { type: 'Point', coordinates: [x, y] },
  }))
}
