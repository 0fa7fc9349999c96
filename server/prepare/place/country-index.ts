import type { MultiPolygon, Position } from '#server/prepare/geometry/shape.ts'
import { roughDistanceM } from '#server/prepare/place/point.ts'

/** A point at sea so near to a coast counts as on it: outlines are generalised, ports and islets lie outside. */
export const coastToleranceM = 5_000
/** A point at sea farther out belongs to the nearest coast, but is flagged: small islands are missing from the outlines. */
export const islandToleranceM = 25_000
/** A point on the wrong side of a border by less than this is not worth a flag: outlines are generalised. */
export const borderToleranceM = 2_000

const bandDegrees = 0.25
const bandCount = Math.ceil(180 / bandDegrees)

interface Edge {
  readonly iso3: string
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

const bandOf = (latitude: number): number =>
  Math.min(bandCount - 1, Math.max(0, Math.floor((latitude + 90) / bandDegrees)))

function nearestOnEdge([x, y]: Position, shrink: number, { x1, y1, x2, y2 }: Edge): Position {
  const [dx, dy] = [(x2 - x1) * shrink, y2 - y1]
  const length = dx * dx + dy * dy
  const part = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * shrink * dx + (y - y1) * dy) / length))
  return [x1 + part * (x2 - x1), y1 + part * (y2 - y1)]
}

/** The edge nearest to a point, judged in a plane that is true near the point; far away it only has to be far. */
function nearestOf(edges: readonly Edge[], point: Position): { iso3: string; distanceM: number } | null {
  const shrink = Math.cos((point[1] * Math.PI) / 180)
  let least = Infinity
  let found: { iso3: string; place: Position } | null = null
  for (const edge of edges) {
    const place = nearestOnEdge(point, shrink, edge)
    const squared = ((place[0] - point[0]) * shrink) ** 2 + (place[1] - point[1]) ** 2
    if (squared >= least) continue
    least = squared
    found = { iso3: edge.iso3, place }
  }
  return found === null ? null : { iso3: found.iso3, distanceM: roughDistanceM(point, found.place) }
}

/** Which country holds a point: country outlines cut into bands of latitude, asked once for each row of each dataset. */
export class CountryIndex {
  private readonly bands: Edge[][] = Array.from({ length: bandCount }, () => [])
  private readonly edges = new Map<string, Edge[]>()
  /** A row's place is asked for by several rules in turn. */
  private latest: { readonly point: Position; readonly country: string | null } | null = null

  constructor(countries: Iterable<readonly [iso3: string, shape: MultiPolygon]>) {
    for (const [iso3, shape] of countries) {
      const own = this.edges.get(iso3) ?? []
      this.edges.set(iso3, own)
      for (const ring of shape.flat()) {
        for (const [index, [x2, y2]] of ring.entries()) {
          const before = ring[index - 1]
          if (before === undefined) continue
          this.add(own, { iso3, x1: before[0], y1: before[1], x2, y2 })
        }
      }
    }
  }

  private add(own: Edge[], edge: Edge): void {
    own.push(edge)
    const last = bandOf(Math.max(edge.y1, edge.y2))
    for (let band = bandOf(Math.min(edge.y1, edge.y2)); band <= last; band += 1) this.bands[band]?.push(edge)
  }

  has(iso3: string): boolean {
    return this.edges.has(iso3)
  }

  /** The country whose polygon holds the point (even-odd rule), or null at sea. */
  countryAt(point: Position): string | null {
    if (this.latest?.point[0] === point[0] && this.latest.point[1] === point[1]) return this.latest.country
    const country = this.find(point)
    this.latest = { point, country }
    return country
  }

  private find([x, y]: Position): string | null {
    const inside = new Set<string>()
    for (const { iso3, x1, y1, x2, y2 } of this.bands[bandOf(y)] ?? []) {
      if (y1 > y === y2 > y || x >= x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) continue
      if (!inside.delete(iso3)) inside.add(iso3)
    }
    const [first] = [...inside].sort()
    return first ?? null
  }

  /** Metres from a point to a country (0 inside, Infinity for an unknown code), good to about 1 % near by. */
  distanceM(iso3: string, point: Position): number {
    if (this.countryAt(point) === iso3) return 0
    return nearestOf(this.edges.get(iso3) ?? [], point)?.distanceM ?? Infinity
  }

  /** The country nearest to a point, if one is within `limitM` metres. */
  nearest(point: Position, limitM: number): { iso3: string; distanceM: number } | null {
    const reach = limitM / 110_000
    const [first, last] = [bandOf(point[1] - reach), bandOf(point[1] + reach)]
    const found = nearestOf(this.bands.slice(first, last + 1).flat(), point)
    return found !== null && found.distanceM <= limitM ? found : null
  }
}
