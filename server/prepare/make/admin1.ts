import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
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
import { readProvinces } from '#server/prepare/make/provinces.ts'

/** Simplification in degrees (about 200 m): provinces colour and label a map, the exact joins use the countries. */
const tolerance = 0.002

/** Natural Earth province -> country, where the country table (nearest to the United Nations' view) says otherwise. */
const isoOfProvince: Readonly<Record<string, string>> = {
  'MAR-3456': 'ESH', // Laâyoune - Boujdour - Sakia El Hamra
  'MAR-3469': 'ESH', // Oued el Dahab
  'SOL+00?': 'SOM', // Somaliland
  'KAB+00?': 'KAZ', // Baikonur, leased
  'SAH+00?': 'ESH',
}

const isoOfUnit: Readonly<Record<string, string>> = { SDS: 'SSD', SAH: 'ESH', SOL: 'SOM', KAB: 'KAZ' }

/** Provinces of France and the Netherlands that are places of their own in M49, by the start of their ISO 3166-2 code. */
const isoOfDepartment: Readonly<Record<string, string>> = {
  'FR-GF': 'GUF',
  'FR-GP': 'GLP',
  'FR-MQ': 'MTQ',
  'FR-RE': 'REU',
  'FR-YT': 'MYT',
  'NL-BQ': 'BES',
}

/** Traditional characters that a few dozen of Natural Earth's simplified names still hold. */
const traditional = '聖圖亞憲黃馬島區約爾薩國納達萊羅維東蘇盧霧欽'
const simplified = '圣图亚宪黄马岛区约尔萨国纳达莱罗维东苏卢务钦'

/** Write `admin1.parquet`: first-level units of the four regions' countries, simplified together so that no gaps open. */
export const makeAdmin1 = async (): Promise<string> => {
  const duck = await openDuck()
  await duck.run(`create table region_country as select iso3, name_en, name_zh
    from read_csv(${quote(join(sourceFolder, 'region-countries.csv'))}, header = true, all_varchar = true)`)
  await loadProvinces(duck)
  await duck.run(`create table simple as
    with whole as (select list(province order by province) as provinces,
                          st_coveragesimplify(list(geometry order by province), ${tolerance}) as coverage from province),
    piece as (select provinces, unnest(st_dump(coverage)) as d from whole)
    select provinces[d.path[1]] as province, st_union_agg(d.geom) as geometry from piece group by 1`)
  await writeParquet(duck, query, 'admin1.parquet')
  return check(duck)
}

/** The ISO 3166-2 code is the key where it is a real and unique one; Natural Earth's own code otherwise. */
const query = `
  with named as (select province.*, not contains(iso_3166_2, '~') and not starts_with(iso_3166_2, '-99')
    and count(*) over (partition by iso_3166_2) = 1 as is_iso from province)
  select case when is_iso then iso_3166_2 else province end as adm1_code, iso3,
         coalesce(named.name_en, country.name_en || ' (minor islands)') as name_en, translate(named.name_zh, '${traditional}', '${simplified}') as name_zh,
         ${onGrid('simple.geometry')} as geometry
  from named join simple using (province) join region_country country using (iso3)
  order by ${hilbert('st_centroid(simple.geometry)')}, adm1_code`

const loadProvinces = async (duck: DuckDBConnection): Promise<void> => {
  const wanted = new Set(
    (await duck.runAndReadAll('select iso3 from region_country')).getRows().map(([iso3]) => String(iso3)),
  )
  await duck.run(
    `create table province (province varchar, iso_3166_2 varchar, iso3 varchar, name_en varchar, name_zh varchar, geometry geometry)`,
  )
  for (const { properties: p, geometry } of readProvinces()) {
    const iso3 =
      isoOfProvince[p.adm1_code] ?? isoOfDepartment[p.iso_3166_2.slice(0, 5)] ?? isoOfUnit[p.adm0_a3] ?? p.adm0_a3
    if (!wanted.has(iso3)) continue
    const row = valueRows([[p.adm1_code, p.iso_3166_2, iso3, p.name_en ?? p.name ?? null, p.name_zh ?? null]])
    const shape = quote(JSON.stringify(geometry))
    await duck.run(`insert into province select *, st_makevalid(st_geomfromgeojson(${shape})) from (values ${row})`)
  }
}

/** Stops on a broken file: codes unique, shapes valid and not across the antimeridian. */
const check = async (duck: DuckDBConnection): Promise<string> => {
  const file = quote(join(sourceFolder, 'admin1.parquet'))
  const found = await oneRow<Record<string, string>>(
    duck,
    `select count(*) as n, count(distinct adm1_code) as codes,
    count(*) filter (name_en is null or not st_isvalid(geometry) or st_isempty(geometry)) as bad, (select count(*) from province) as wanted,
    count(distinct iso3) as countries, count(*) filter (name_zh is null) as without_zh from ${file}`,
  )
  if (found.n !== found.codes || found.bad !== '0' || found.n !== found.wanted)
    throw new Error(`admin1.parquet: ${JSON.stringify(found)}`)
  return `admin1.parquet: ${found.n} units of ${found.countries} countries, ${found.without_zh} without a Chinese name`
}
