import { globSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { isoOfUnit, namesElsewhere, ownPlaces } from '#server/prepare/make/country-tables.ts'
import {
  hilbert,
  oneRow,
  onGrid,
  openDuck,
  quote,
  sourceFolder,
  valueRows,
  writeParquet,
} from '#server/prepare/make/duck.ts'
import { packageFolder } from '#server/prepare/make/packages.ts'

/**
 * Write `countries.parquet`: Natural Earth 1:10m countries with one row per ISO code.
 * The view used (of several that Natural Earth draws) is the one nearest to the United Nations': Crimea in Ukraine,
 * Western Sahara whole, Northern Cyprus and Somaliland inside Cyprus and Somalia; Golan and Abyei belong to nobody.
 */
export const makeCountries = async (): Promise<string> => {
  const duck = await openDuck()
  await loadTables(duck)
  await duck.run(`create table part as
    select unit, name_en, name_zh, unnest(st_dump(geometry)).geom as geometry from unit`)
  await duck.run(`create table country as
    select coalesce(own.iso3, part.iso3) as iso3, st_union_agg(geometry) as geometry
    from (select part.*, iso_of_unit.iso3 is not null or iso_of_unit.unit is null as is_kept,
                 coalesce(iso_of_unit.iso3, part.unit) as iso3 from part left join iso_of_unit using (unit)) part
    left join own_place own on own.unit = part.unit and st_within(part.geometry, own.box)
    where is_kept group by 1`)
  await writeParquet(duck, query, 'countries.parquet')
  return check(duck)
}

const query = `
  select iso3, coalesce(region_country.name_en, elsewhere.name_en, unit.name_en) as name_en,
         coalesce(region_country.name_zh, elsewhere.name_zh, unit.name_zh) as name_zh, ${onGrid('geometry')} as geometry
  from country left join region_country using (iso3) left join elsewhere using (iso3)
  left join (select unit as iso3, name_en, name_zh from unit) unit using (iso3)
  order by ${hilbert('st_centroid(geometry)')}, iso3`

const loadTables = async (duck: DuckDBConnection): Promise<void> => {
  const folder = packageFolder('naturalEarthCountries')
  const archive = globSync('**/ne_10m_admin_0_countries_deu.zip', { cwd: folder })[0]
  if (!archive) throw new Error(`No countries in ${folder}`)
  await duck.run(`create table unit as select ADM0_A3 as unit, NAME_EN as name_en, NAME_ZH as name_zh,
    st_makevalid(geom)::geometry as geometry from st_read(${quote(`/vsizip/${join(folder, archive)}`)})`)
  await duck.run(
    `create table iso_of_unit as select * from (values ${valueRows(Object.entries(isoOfUnit))}) t(unit, iso3)`,
  )
  await duck.run(`create table own_place as select iso3, unit, st_makeenvelope(west, south, east, north) as box
    from (values ${valueRows(ownPlaces)}) t(iso3, unit, west, south, east, north)`)
  await duck.run(
    `create table elsewhere as select * from (values ${valueRows(namesElsewhere)}) t(iso3, name_en, name_zh)`,
  )
  await duck.run(`create table region_country as select iso3, name_en, name_zh
    from read_csv(${quote(join(sourceFolder, 'region-countries.csv'))}, header = true, all_varchar = true)`)
}

/** Stops on a broken file: each code once, each name given, no polygon across the antimeridian, no region country missing. */
const check = async (duck: DuckDBConnection): Promise<string> => {
  const file = quote(join(sourceFolder, 'countries.parquet'))
  const found = await oneRow<Record<string, string>>(
    duck,
    `
    with f as (select * from ${file}), p as (select iso3, unnest(st_dump(geometry::geometry)).geom as g from f)
    select (select count(*) from f) as n, (select count(distinct iso3) from f) as codes,
      (select count(*) from f where name_en is null or name_zh is null or not st_isvalid(geometry)) as bad,
      (select count(*) from p where st_xmax(g) - st_xmin(g) > 180 and iso3 <> 'ATA') as bars,
      (select coalesce(string_agg(iso3, ' '), '') from region_country where iso3 not in (select iso3 from f)) as missing`,
  )
  if (found.n !== found.codes || found.bad !== '0' || found.bars !== '0' || found.missing !== '')
    throw new Error(`countries.parquet: ${JSON.stringify(found)}`)
  return `countries.parquet: ${found.n} countries`
}
