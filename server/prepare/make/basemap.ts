import { globSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { disputedPairs, innerLines, isWithin, openTerritories } from '#server/prepare/make/disputed-lines.ts'
import { openDuck, quote, rows } from '#server/prepare/make/duck.ts'
import { type Area, chains, type Edge, edgesOf } from '#server/prepare/make/edges.ts'
import { labelPoints } from '#server/prepare/make/labels.ts'
import { packageFolder } from '#server/prepare/make/packages.ts'
import { type Position, type Province, type Ring, readProvinces } from '#server/prepare/make/provinces.ts'
import { lakes, rivers } from '#server/prepare/make/water.ts'

const folder = join(import.meta.dirname, '../../../web/public/basemap')

/** Degrees: the square root of the area that a dropped corner may have; a few pixels at zoom 7, the closest meant. */
const tolerance = 0.048
/** Degrees for islands far from the four regions, which would otherwise be two thirds of the file (Arctic, Antarctic). */
const farTolerance = 0.12
const isFar = `(st_ymin(geometry) > 44 or st_ymax(geometry) < -56)`
/** Square degrees below which an island is not drawn (about 10 km2; far away 250 km2). */
const smallestIsland = `case when ${isFar} then 0.03 else 0.001 end`
/** Square degrees below which a lake is not drawn. */
const smallestLake = `case when ${isFar} then 0.6 else 0.07 end`
/** Degrees that a lake or river may move. */
const waterTolerance = 0.03

/** Write the offline base map: land, lakes, rivers, boundaries, disputed boundaries and country labels as GeoJSON. */
export const makeBasemap = async (): Promise<string> => {
  mkdirSync(folder, { recursive: true })
  const duck = await openDuck()
  const areas = await simplified(duck)
  const { agreed, disputed } = sortBoundaries(areas)
  const sizes = [
    write('land', [multi('MultiPolygon', await land(duck))]),
    write('lakes', [multi('MultiPolygon', await lakes(duck, smallestLake, waterTolerance))]),
    write('rivers', [multi('MultiLineString', await rivers(duck, waterTolerance))]),
    write('boundaries', [multi('MultiLineString', chains(agreed))]),
    write('boundaries-disputed', [multi('MultiLineString', [...chains(disputed), ...(await linesInside(duck))])]),
    write('labels', await labelPoints(duck)),
  ]
  return `basemap: ${sizes.join(', ')}`
}

const multi = (type: string, coordinates: unknown): object => ({
  type: 'Feature',
  properties: {},
  geometry: { type, coordinates },
})

/** Three decimals are 110 m: less than a pixel at every zoom the base map is for. */
const write = (name: string, features: readonly object[]): string => {
  const text = JSON.stringify({ type: 'FeatureCollection', features }, (_, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1000) / 1000 : value,
  )
  writeFileSync(join(folder, `${name}.geojson`), `${text}\n`)
  return `${name} ${Math.round(text.length / 1024)} KiB`
}

/** Countries simplified together, so that a boundary stays one line and no gap opens beside it. */
const simplified = async (duck: DuckDBConnection): Promise<readonly Area[]> => {
  const archive =
    globSync('**/ne_10m_admin_0_countries_deu.zip', { cwd: packageFolder('naturalEarthCountries') })[0] ?? ''
  const file = quote(`/vsizip/${join(packageFolder('naturalEarthCountries'), archive)}`)
  // Hong Kong, Macao and the lease at Guantanamo have no boundary of a country around them.
  await duck.run(`create table raw as
    select case when ADM0_A3 in ('HKG', 'MAC') then 'CHN' when ADM0_A3 = 'USG' then 'CUB' else ADM0_A3 end as unit,
           st_makevalid(geom)::geometry as geometry from st_read(${file})`)
  await duck.run(`create table part as
    with whole as (select unit, st_union_agg(geometry) as geometry from raw group by 1),
    part as (select unit, unnest(st_dump(geometry)).geom as geometry from whole)
    select *, ${isFar} and not exists (select 1 from raw where raw.unit <> part.unit and st_intersects(raw.geometry, part.geometry)) as is_far_island
    from part where st_area(geometry) >= ${smallestIsland} or st_area(geometry) >= all (select st_area(p.geometry) from part p where p.unit = part.unit)`)
  await duck.run(`create table unit as
    with whole as (select list(unit order by unit) as units, st_coveragesimplify(list(geometry order by unit), ${tolerance}) as coverage
      from (select unit, st_collect(list(geometry order by st_xmin(geometry), st_ymin(geometry))) as geometry
            from part where not is_far_island group by 1)),
    piece as (select units, unnest(st_dump(coverage)) as d from whole)
    select units[d.path[1]] as unit, d.geom as geometry from piece
    union all select unit, st_simplifypreservetopology(geometry, ${farTolerance}) from part where is_far_island`)
  const found = await rows<{ unit: string; shape: string }>(
    duck,
    'select unit, st_asgeojson(geometry) as shape from unit order by unit, st_xmin(geometry), st_ymin(geometry)',
  )
  return found.map(({ unit, shape }) => ({ unit, rings: (JSON.parse(shape) as { coordinates: Ring[] }).coordinates }))
}

/** Outline of all countries; the open territories are holes in it and are filled. */
const land = async (duck: DuckDBConnection): Promise<readonly (readonly Ring[])[]> => {
  const found = await rows<{ shape: string }>(
    duck,
    `
    with whole as (select unnest(st_dump(st_union_agg(geometry))).geom as geometry from unit)
    select st_asgeojson(geometry) as shape from whole order by st_xmin(geometry), st_ymin(geometry)`,
  )
  const isOpen = (ring: Ring): boolean =>
    openTerritories.some((box) => ring.every((point) => isWithin(box, [point, point])))
  return found.map(({ shape }) =>
    (JSON.parse(shape) as { coordinates: Ring[] }).coordinates.filter((ring, index) => index === 0 || !isOpen(ring)),
  )
}

const sortBoundaries = (areas: readonly Area[]): { agreed: Edge[]; disputed: Edge[] } => {
  const [agreed, disputed]: [Edge[], Edge[]] = [[], []]
  for (const { edge, units } of edgesOf(areas).values()) {
    const isOpen = openTerritories.some((box) => isWithin(box, edge))
    const isDisputed = disputedPairs.some(
      ({ units: pair, box }) =>
        pair.every((unit) => units.includes(unit)) && (box === undefined || isWithin(box, edge)),
    )
    if (isDisputed || isOpen) disputed.push(edge)
    else if (units[1] !== undefined && units[0] !== units[1]) agreed.push(edge)
  }
  return { agreed, disputed }
}

/** The dashed lines inside a country: edges that a province of one list shares with one of the other. */
const linesInside = async (duck: DuckDBConnection): Promise<readonly Position[][]> => {
  const lines: Position[][] = []
  for (const [these, those] of innerLines) {
    const side = (codes: readonly string[]) => (p: Province) =>
      codes.includes(p.properties.adm1_code) || codes.includes(p.properties.adm0_a3)
    const inside = readProvinces().filter(side(these))
    const outside = readProvinces().filter((province) => side(those)(province) && !inside.includes(province))
    const shared = [...edgesOf([...areasOf(inside, 'inside'), ...areasOf(outside, 'outside')]).values()]
    const edges = shared
      .filter(({ units }) => units.includes('inside') && units.includes('outside'))
      .map(({ edge }) => edge)
    for (const line of chains(edges)) {
      const shape = quote(JSON.stringify({ type: 'LineString', coordinates: line }))
      const [found] = await rows<{ shape: string }>(
        duck,
        `select st_asgeojson(st_simplify(st_geomfromgeojson(${shape}), ${tolerance})) as shape`,
      )
      lines.push((JSON.parse(found?.shape ?? '{}') as { coordinates: Position[] }).coordinates)
    }
  }
  return lines
}

const areasOf = (provinces: readonly Province[], unit: string): readonly Area[] =>
  provinces.flatMap(({ geometry }) =>
    geometry.type === 'Polygon'
      ? [{ unit, rings: geometry.coordinates }]
      : geometry.coordinates.map((rings) => ({ unit, rings })),
  )
