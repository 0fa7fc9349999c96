import { parameterNames } from '#server/engine/compose.ts'
import type { BoundParameter, Query } from '#server/engine/engine.ts'
import { geometryQuery, type Selection } from '#server/engine/selection.ts'
import { degreesOf, type Tile } from '#server/tiles/matrix-set.ts'
import { isThinned, rankField, thinnedField, tileFields } from '#server/tiles/tile-fields.ts'

/** Units in a tile's side. */
const extent = 4_096
/** Units beyond the edge, so that outlines and symbols don't end at it. */
const buffer = 64
/** Down to this level one point a pixel is drawn; a pixel is 8 units, a tile 512 pixels. */
const lastThinnedLevel = 6
const unitsPerPixel = 8

const mercator = `'+proj=longlat +datum=WGS84 +no_defs', '+proj=webmerc +datum=WGS84 +units=m +no_defs'`
const envelope = 'st_makeenvelope($tile_west, $tile_south, $tile_east, $tile_north)'

const double = (value: number): BoundParameter => ({ type: 'double', value })
const int = (value: number): BoundParameter => ({ type: 'int', value })

function parametersOf(tile: Tile): Record<string, BoundParameter> {
  const { west, south, east, north } = degreesOf(tile, buffer / extent)
  return {
    tile_west: double(west),
    tile_south: double(south),
    tile_east: double(east),
    tile_north: double(north),
    tile_level: int(tile.level),
    tile_row: int(tile.row),
    tile_column: int(tile.column),
    tile_unit: double(360 / 2 ** tile.level / extent),
  }
}

/** Those of the parameters that the statement names; binding another one fails. */
const named = (sql: string, parameters: Query['parameters']): Query['parameters'] =>
  Object.fromEntries(
    parameterNames(sql).flatMap((name) => {
      const parameter = parameters[name]
      return parameter === undefined ? [] : [[name, parameter]]
    }),
  )

/**
 * What can lie in the tile. DuckDB must not answer it from an R-tree: fetching rows one by one from the index takes longer than reading all of
 * them as soon as some dozens lie in the tile, and this test never does (docs/decisions/0030). Numbers are compared a good deal quicker
 * than shapes, where a collection has its points as numbers too.
 */
function boxCondition({ geometry, fields }: Selection['collection']): string {
  const exact = `st_intersects_extent(f.geometry, ${envelope})`
  if (geometry !== 'point' || !('longitude' in fields) || !('latitude' in fields)) return exact
  const within = (name: string, low: string, high: string) =>
    `f.${name} between ${low} - 0.000001 and ${high} + 0.000001`
  return `${within('longitude', '$tile_west', '$tile_east')} and ${within('latitude', '$tile_south', '$tile_north')} and ${exact}`
}

/** Text, numbers and booleans are all that a vector tile holds. */
const columnsOf = (selection: Selection): string[] =>
  tileFields(selection.collection).map(([id, { type }]) =>
    type === 'date' ? `cast(f.${id} as varchar) as ${id}` : `f.${id}`,
  )

/**
 * One point for each pixel, the largest or else the first, and how many stand for it. Rows and columns of pixels are counted
 * from the antimeridian and the equator, so that neighbouring tiles agree.
 */
function thinned(selection: Selection): string {
  const rank = rankField(selection.collection)
  const order = [...(rank ? [`f.${rank} desc nulls last`] : []), `f.${selection.collection.key}`].join(', ')
  return `
pixel as (
  select f.*,
    floor(st_x(f.geometry) / ($tile_unit * ${unitsPerPixel})) as pixel_column,
    floor(degrees(ln(tan(pi() / 4 + radians(st_y(f.geometry)) / 2))) / ($tile_unit * ${unitsPerPixel})) as pixel_row
  from found as f
),
shown as (
  select f.*, count(*) over (partition by f.pixel_column, f.pixel_row) as ${thinnedField}
  from pixel as f
  qualify row_number() over (partition by f.pixel_column, f.pixel_row order by ${order}) = 1
),`
}

/**
 * Shapes generalised to what a tile of this level can show: of many parts those near the tile, outlines to a quarter of a pixel; one that
 * is too small for that is a square of half a pixel, so that no feature vanishes.
 */
const generalised = `
near as (
  select f.* replace (
    case
      when st_npoints(f.geometry) < 1000 then f.geometry
      else st_collect(list_transform(
        list_filter(st_dump(f.geometry), part -> st_intersects_extent(part.geom, ${envelope})), part -> part.geom))
    end as geometry)
  from found as f
),
simple as (
  select f.*, case when st_dimension(f.geometry) = 0 then f.geometry else st_simplify(f.geometry, 2 * $tile_unit) end as simpler
  from near as f
),
shown as (
  select f.* exclude (simpler) replace (
    case
      when st_dimension(f.geometry) < 2 then f.simpler
      when not st_isempty(f.simpler)
        and greatest(st_xmax(f.simpler) - st_xmin(f.simpler), st_ymax(f.simpler) - st_ymin(f.simpler)) > 4 * $tile_unit
        then f.simpler
      else st_makeenvelope(
        (st_xmin(f.geometry) + st_xmax(f.geometry)) / 2 - 2 * $tile_unit,
        greatest((st_ymin(f.geometry) + st_ymax(f.geometry)) / 2 - 2 * $tile_unit, -89),
        (st_xmin(f.geometry) + st_xmax(f.geometry)) / 2 + 2 * $tile_unit,
        least((st_ymin(f.geometry) + st_ymax(f.geometry)) / 2 + 2 * $tile_unit, 89))
    end as geometry)
  from simple as f
),`

/**
 * One vector tile of the selected features as `bytes`, and `n`, the features in it. Web Mercator is for drawing only; nothing
 * is measured in it.
 */
export function tileQuery(selection: Selection, tile: Tile): Query {
  const { collection } = selection
  const isThin = isThinned(collection) && tile.level <= lastThinnedLevel
  const selected = geometryQuery(selection)
  const columns = [...columnsOf(selection), ...(isThin ? [`f.${thinnedField}`] : [])]
  const shown = isThin
    ? thinned(selection)
    : isThinned(collection)
      ? 'shown as (select f.* from found as f),'
      : generalised
  const sql = `with found as (
  select f.* from (
${selected.sql}
  ) as f
  where ${boxCondition(collection)}
),${shown}
drawn as (
  select ${columns.join(', ')},
    st_asmvtgeom(
      st_transform(f.geometry, ${mercator}),
      st_extent(st_tileenvelope($tile_level, $tile_column, $tile_row)), ${extent}, ${buffer}, true) as geometry
  from shown as f
)
select st_asmvt(t, '${collection.id}', ${extent}, 'geometry' order by t.${collection.key}) as bytes, count(t.geometry) as n
from drawn as t
`
  return { sql, parameters: named(sql, { ...selected.parameters, ...parametersOf(tile) }) }
}
