import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Atlas, openAtlas } from '#test/golden/atlas-in-memory.ts'
import { type GoldenNearest, type GoldenReport, golden } from '#test/golden/golden.ts'

interface Feature {
  readonly feature_id: string
  readonly distance_m: number | null
}
interface Listed {
  readonly features: readonly Feature[]
}
interface Exposure {
  readonly mine_id: string
  readonly tier: string
  readonly nearest_area_id: string | null
  readonly nearest_area_m: number | null
}
interface Report {
  readonly is_located: boolean
  readonly uncertainty_m: number
  readonly tier: string
  readonly rings: readonly (Readonly<Record<string, number>> & { readonly radius_km: number })[]
  readonly nearest: { readonly areas: Listed; readonly communities: Listed; readonly incidents: Listed }
}

const asked = new Set([0, 1, 5, 10, 20, 50])
let atlas: Atlas

beforeAll(async () => {
  atlas = await openAtlas()
})
afterAll(() => atlas.close())

/** Counts that differ from the golden ones and lie outside what pairs at the ring's edge allow, in words. */
function ringDifferences(report: GoldenReport, rings: Report['rings']): string[] {
  const answered = new Map(rings.map((ring) => [ring.radius_km, ring]))
  return report.rings.flatMap(({ edge = {}, radius_km, ...counts }) =>
    Object.entries({ ...counts, incidents_linked: report.incidents_linked }).flatMap(([name, count]) => {
      const actual = answered.get(radius_km)?.[name]
      const [least, most] = edge[name] ?? [Number(count), Number(count)]
      const isEqual = actual !== undefined && actual >= least && actual <= most
      return isEqual
        ? []
        : [`${radius_km} km ${name}: ${actual}, golden ${least === most ? count : `${least} to ${most}`}`]
    }),
  )
}

/** The nearest feature where it differs from the golden one by more than 5 m or 0.1 %, in words. */
function nearestDifferences(wanted: GoldenNearest | null, actual: Feature | undefined): string[] {
  if (wanted === null) {
    const isBeyond = actual === undefined || actual.distance_m === null || actual.distance_m > 50_000
    return isBeyond ? [] : [`${actual.feature_id}, golden none within 50 km`]
  }
  const off = Math.abs((actual?.distance_m ?? Number.NaN) - wanted.distance_m)
  const isThere = actual !== undefined && wanted.ids.includes(actual.feature_id)
  const isAsFar = off <= Math.max(5, 0.001 * wanted.distance_m)
  return isThere && isAsFar
    ? []
    : [`${actual?.feature_id} at ${actual?.distance_m} m, golden ${wanted.ids} at ${wanted.distance_m} m`]
}

describe('mine reports equal the independent computation', () => {
  it('of fifty mines', () => {
    expect(golden.reports).toHaveLength(50)
    expect(golden.reports.filter((report) => report.rings.length === asked.size).length).toBeGreaterThanOrEqual(40)
  })

  it.each(golden.reports)('$mine_id', async (report) => {
    const answered = await atlas.json<Report>(`/api/mines/${report.mine_id}/report`)
    const { is_located, uncertainty_m, tier, rings, nearest } = answered
    const wanted = { is_located: report.is_located, uncertainty_m: report.uncertainty_m, tier: report.tier }
    expect({ is_located, uncertainty_m, tier }).toEqual(wanted)
    expect(rings).toHaveLength(report.rings.length)
    expect(ringDifferences(report, rings)).toEqual([])
    expect(nearestDifferences(report.nearest_area, nearest.areas.features[0])).toEqual([])
    expect(nearestDifferences(report.nearest_community, nearest.communities.features[0])).toEqual([])
    expect(nearestDifferences(report.nearest_incident, nearest.incidents.features[0])).toEqual([])
  })
})

/** The map's and table's row of a mine, as a ring of a report and the counted area nearest to it. */
const exposureOf = (row: Exposure) => ({
  ring: { ...row, radius_km: 10 } as unknown as Report['rings'][number],
  nearest: { feature_id: row.nearest_area_id ?? '', distance_m: row.nearest_area_m },
})

describe.each(['pilot_mines', 'mines'])(
  'what lies within 10 km of %s equals the independent computation',
  (dataset) => {
    it('for the mines of the sample', async () => {
      const path = `/api/collections/mine_exposure/items?f=json&mine_dataset=${dataset}&radius_km=10&limit=10000`
      const { rows } = await atlas.json<{ rows: readonly Exposure[] }>(path)
      const byMine = new Map(rows.map((row) => [row.mine_id, row]))
      const reports = golden.reports.filter((report) => report.mine_dataset === dataset)
      const found = reports.flatMap((report) => {
        const row = byMine.get(report.mine_id)
        if (row === undefined) return [`${report.mine_id} is missing`]
        const { ring, nearest } = exposureOf(row)
        const rings = report.rings
          .filter(({ radius_km }) => radius_km === 10)
          .map(({ areas_approx: _, ...kept }) => kept)
        return [
          ...(row.tier === report.tier ? [] : [`${report.mine_id} tier: ${row.tier}, golden ${report.tier}`]),
          ...ringDifferences({ ...report, rings }, [ring]),
          ...nearestDifferences(report.nearest_counted_area, nearest),
        ]
      })
      expect(reports).toHaveLength(25)
      expect(found).toEqual([])
    })
  },
)
