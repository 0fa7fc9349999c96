import type { Field } from '#data/field.ts'
import type { BoundParameter, Query } from '#server/engine/engine.ts'
import { geometryQuery } from '#server/engine/selection.ts'
import type { CollectionSide, Side, SideName, UploadSide } from '#server/processes/overlay/inputs.ts'
import type { Collection } from '#server/routes/collection.ts'

/** How far an approximate or generalised place may be off, as in `all-mines.sql`. */
const approximateM = 10_000

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number]

const fieldWith = (collection: Collection, vocabulary: Field['vocabulary']): string | undefined =>
  Object.entries(collection.fields).find(([, field]) => field.vocabulary === vocabulary)?.[0]

/** Whether a place is too coarse to be measured from, and whether it is approximate: by the codes that stand beside it. */
function accuracyColumns(collection: Collection): { isCoarse: string; isApprox: string; uncertainty: string } {
  const accuracy = fieldWith(collection, 'location_accuracy')
  const sensitivity = fieldWith(collection, 'sensitivity')
  const vague = [
    ...(accuracy ? [`coalesce(f.${accuracy} = 'APPROXIMATE_LOCATION', false)`] : []),
    ...(sensitivity ? [`coalesce(f.${sensitivity} = 'SNAPPED', false)`] : []),
  ]
  const isVague = vague.length > 0 ? `(${vague.join(' or ')})` : 'false'
  return {
    isCoarse: accuracy ? `coalesce(f.${accuracy} in ('ADMINISTRATIVE_REGION', 'COUNTRY'), false)` : 'false',
    isApprox: 'is_approx' in collection.fields ? `(${isVague} or coalesce(f.is_approx, false))` : isVague,
    uncertainty: `case when ${isVague} then ${approximateM} else 0 end`,
  }
}

const shapeColumns = `
  st_geometrytype(f.geometry) = 'POINT' as is_point,
  st_dimension(f.geometry) as dimension,
  st_npoints(f.geometry) as corners,
  st_xmin(f.geometry) as west, st_ymin(f.geometry) as south, st_xmax(f.geometry) as east, st_ymax(f.geometry) as north,
  st_x(st_pointonsurface(f.geometry)) as x, st_y(st_pointonsurface(f.geometry)) as y,
  f.geometry`

const boxCondition = (side: SideName): string =>
  `st_intersects_extent(f.geometry, st_makeenvelope($${side}_west, $${side}_south, $${side}_east, $${side}_north))`

function boxParameters(side: SideName, [west, south, east, north]: Box): Record<string, BoundParameter> {
  const corners = { west, south, east, north }
  return Object.fromEntries(
    Object.entries(corners).map(([name, value]) => [`${side}_${name}`, { type: 'double' as const, value }]),
  )
}

const isThere = ['f.geometry is not null', 'not st_isempty(f.geometry)']

function collectionQuery(side: CollectionSide, name: SideName, box: Box | undefined): Query {
  const { selection, filter, amountField } = side
  const { collection } = selection
  const selected = geometryQuery(selection)
  const { isCoarse, isApprox, uncertainty } = accuracyColumns(collection)
  const filtered = filter ? [filter.sql] : []
  const conditions = [...isThere, `not ${isCoarse}`, ...filtered, ...(box ? [boxCondition(name)] : [])]
  const sql = `create or replace temp table side_${name} as
select
  cast(row_number() over (order by f.${collection.key}) as int) as n,
  cast(f.${collection.key} as varchar) as id,
  cast(f.${collection.name.en} as varchar) as name,
  ${collection.name.zh ? `cast(f.${collection.name.zh} as varchar)` : 'cast(null as varchar)'} as name_zh,
  ${amountField ? `cast(f.${amountField} as double)` : 'cast(null as double)'} as amount,
  ${isApprox} as is_approx,
  cast(${uncertainty} as double) as uncertainty_m,${shapeColumns}
from (
${selected.sql}) as f
where ${conditions.join('\n  and ')}`
  return { sql, parameters: { ...selected.parameters, ...filter?.parameters, ...(box && boxParameters(name, box)) } }
}

/** How many features of a collection take part, wherever they are, and how many do not since their places are too coarse. */
export function countQuery({ selection, filter }: CollectionSide): Query {
  const selected = geometryQuery(selection)
  const { isCoarse } = accuracyColumns(selection.collection)
  const conditions = [...isThere, ...(filter ? [filter.sql] : [])]
  const sql = `select count(*) filter (where not ${isCoarse}) as features, count(*) filter (where ${isCoarse}) as coarse
from (
${selected.sql}) as f
where ${conditions.join('\n  and ')}`
  return { sql, parameters: { ...selected.parameters, ...filter?.parameters } }
}

/** Sent shapes come as one text and become geometry here, after `readUpload` has checked them. */
function uploadQuery({ features }: UploadSide, side: SideName): Query {
  const sql = `create or replace temp table side_${side} as
with sent as (
  select unnest(json_transform(cast($${side}_upload as json),
    '[{"id": "VARCHAR", "name": "VARCHAR", "amount": "DOUBLE", "geometry": "JSON"}]')) as one
),
read as (
  select one.id, one.name, one.amount, st_geomfromgeojson(one.geometry) as geometry from sent
),
mended as (
  select r.id, r.name, r.amount,
    case
      when st_dimension(r.geometry) = 2 then st_collectionextract(st_makevalid(r.geometry), 3)
      when st_npoints(r.geometry) = 1 then st_point(st_xmin(r.geometry), st_ymin(r.geometry))
      else r.geometry
    end as geometry
  from read as r
)
select
  cast(row_number() over () as int) as n, f.id, f.name, cast(null as varchar) as name_zh, f.amount,
  false as is_approx, cast(0 as double) as uncertainty_m,${shapeColumns}
from mended as f
where not st_isempty(f.geometry)`
  return { sql, parameters: { [`${side}_upload`]: { type: 'string', value: JSON.stringify(features) } } }
}

/**
 * The statement that makes `side_left` or `side_right`: the features that take part, numbered from 1 in order of their keys.
 * @param box only what meets it can matter
 */
export const sideQuery = (side: Side, name: SideName, box?: Box): Query =>
  side.kind === 'upload' ? uploadQuery(side, name) : collectionQuery(side, name, box)
