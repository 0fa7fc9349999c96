import type { Predicate, Spatial } from '#server/cql2/ast.ts'
import type { Scope } from '#server/cql2/compile-scope.ts'
import { boundsInDegrees, groundOf } from '#server/cql2/crs.ts'
import { Cql2Error, excerpt } from '#server/cql2/error.ts'
import { type Bounds, boundsOf, type Geometry, splitAtAntimeridian, toWkt } from '#server/cql2/geometry.ts'
import { spatialRelations } from '#server/cql2/operators.ts'
import type { Queryable } from '#server/cql2/queryables.ts'

type SpatialPredicate = Extract<Predicate, { kind: 'spatial' }>

/** A side of a spatial predicate: a column, or ground known from the filter. */
export type Side =
  | { readonly kind: 'column'; readonly queryable: Queryable; readonly operand: Spatial }
  | { readonly kind: 'ground'; readonly geometry: Geometry; readonly bounds: Bounds; readonly operand: Spatial }

/** @throws Cql2Error for a property that is no geometry, or a position that is not on Earth */
export function sideOf(operand: Spatial, scope: Scope): Side {
  if (operand.kind === 'property') {
    const queryable = scope.queryable(operand)
    if (queryable.type === 'geometry') return { kind: 'column', queryable, operand }
    throw new Cql2Error(`${excerpt(operand.name)} is a ${queryable.type}, not a geometry`, operand.place)
  }
  const geometry = groundOf(operand, scope.crs)
  const bounds = operand.kind === 'bbox' ? boundsInDegrees(operand, scope.crs) : boundsOf(geometry)
  return { kind: 'ground', geometry, bounds, operand }
}

/**
 * A geometry as a parameter. It is not mended: GEOS answers relations of an outline that turns over itself too, and
 * ST_MakeValid would cut the ground that two parts of a multipolygon share out of it.
 */
export const bindGeometry = (geometry: Geometry, scope: Scope): string =>
  `st_geomfromtext(${scope.bind(toWkt(geometry), 'varchar')})`

/** Whether a column's box meets one of these: cheap, and never answered from an R-tree (docs/decisions/0040). */
export function compileBoxes(column: string, bounds: readonly Bounds[], scope: Scope): string {
  const boxes = bounds.map((box) => {
    const numbers = box.map((degrees) => scope.bind(degrees, 'double'))
    return `st_intersects_extent(${column}, st_makeenvelope(${numbers.join(', ')}))`
  })
  return boxes.length === 1 ? String(boxes[0]) : `(${boxes.join(' or ')})`
}

const compileSide = (side: Side, scope: Scope): string =>
  side.kind === 'column' ? side.queryable.sql : bindGeometry(side.geometry, scope)

/** Any side as SQL, e.g. to ask whether it is NULL. */
export const compileGeometry = (operand: Spatial, scope: Scope): string => compileSide(sideOf(operand, scope), scope)

/**
 * A relation of DE-9IM on the plane of longitude and latitude. The box stands before the exact test and sorts most features
 * out; it also keeps DuckDB from fetching rows one by one out of an R-tree.
 */
export function compileSpatial({ relation, left, right }: SpatialPredicate, scope: Scope): string {
  const [first, second] = [sideOf(left, scope), sideOf(right, scope)]
  const exact = `${spatialRelations[relation]}(${compileSide(first, scope)}, ${compileSide(second, scope)})`
  const column = first.kind === 'column' ? first : second
  const ground = first.kind === 'ground' ? first : second
  if (relation === 's_disjoint' || column.kind !== 'column' || ground.kind !== 'ground') return exact
  const boxes = compileBoxes(column.queryable.sql, splitAtAntimeridian(ground.bounds), scope)
  return `(${boxes} and ${exact})`
}
