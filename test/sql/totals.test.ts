import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { overlays } from '#data/catalog.ts'
import { parameterNames } from '#server/engine/compose.ts'
import { overlaySql } from '#server/engine/question.ts'
import { createTable, declaredById, scratchDatabase } from '#test/setup/tables.ts'

const { id, inputs } = overlays.total_lines
let scratch: Awaited<ReturnType<typeof scratchDatabase>>
beforeAll(async () => {
  scratch = await scratchDatabase()
  for (const input of inputs) {
    const declared = declaredById.get(input)
    if (declared === undefined) throw new Error(`nothing is declared as ${input}`)
    await scratch.connection.run(createTable(declared))
  }
})
afterAll(() => scratch[Symbol.asyncDispose]())

/** Countries of two regions each, so that a thing may count in several of both. */
const countries = { AAA: 'AFR', BBB: 'AFR', CCC: 'LAC', DDD: 'SEA' } as const
type Country = keyof typeof countries
const regionOf = (country: Country): string => countries[country]

const country = fc.constantFrom(...(Object.keys(countries) as Country[]))
const mine = fc.record({ country, isLocated: fc.boolean() })
const feature = fc.record({
  country,
  population: fc.option(fc.integer({ min: 0, max: 5_000 }), { nil: null }),
  isCounted: fc.boolean(),
})
const world = fc.record({
  mines: fc.array(mine, { maxLength: 6 }),
  communities: fc.array(feature, { maxLength: 6 }),
  areas: fc.array(feature, { maxLength: 6 }),
  incidents: fc.array(feature, { maxLength: 6 }),
  /** Distance in metres of mine and feature, by their places in the lists. */
  pairs: fc.uniqueArray(
    fc.record({
      mine: fc.nat(5),
      kind: fc.constantFrom('communities', 'areas', 'incidents'),
      feature: fc.nat(5),
      distance: fc.integer({ min: 0, max: 20_000 }),
    }),
    { maxLength: 40, selector: ({ mine: m, kind, feature: f }) => `${m} ${kind} ${f}` },
  ),
})
type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never
const radiusKm = 10

const datasetOf = { communities: 'host_communities', areas: 'protected_areas', incidents: 'incident_reports' } as const

async function fill({ mines, communities, areas, incidents, pairs }: World): Promise<void> {
  const { connection } = scratch
  for (const input of inputs) await connection.run(`delete from ${input}`)
  const insert = async (table: string, columns: string, rows: readonly string[]) => {
    if (rows.length > 0) await connection.run(`insert into ${table} (${columns}) values ${rows.join(', ')}`)
  }
  await insert('pairs_kept', 'fact, is_whole, is_union_known', ["('pairs', true, true)"])
  const place = (one: { country: Country }) => `'${regionOf(one.country)}', '${one.country}'`
  await insert(
    'selected_mines',
    'mine_id, region_id, iso3, is_located',
    mines.map((one, index) => `('m${index}', ${place(one)}, ${one.isLocated})`),
  )
  await insert(
    'host_communities',
    'community_id, region_id, iso3, population',
    communities.map((one, index) => `('c${index}', ${place(one)}, ${one.population ?? 'null'})`),
  )
  await insert(
    'protected_areas',
    'site_id, region_id, iso3, is_counted',
    areas.map((one, index) => `('a${index}', ${place(one)}, ${one.isCounted})`),
  )
  await insert(
    'selected_incidents',
    'incident_id, region_id, iso3',
    incidents.map((one, index) => `('i${index}', ${place(one)})`),
  )
  await insert(
    'proximity',
    'mine_id, dataset, feature_id, distance_m',
    pairs.map(
      (pair) => `('m${pair.mine}', '${datasetOf[pair.kind]}', '${pair.kind[0]}${pair.feature}', ${pair.distance})`,
    ),
  )
}

interface Line {
  readonly line_id: string
  readonly all_total: number
  readonly sum_of_parts: number
  readonly counted_again: number
  readonly is_equal: boolean
}

async function lines(): Promise<Line[]> {
  const prepared = await scratch.connection.prepare(overlaySql(id))
  const unset = parameterNames(overlaySql(id)).map((name) => [name, null])
  prepared.bind({ ...Object.fromEntries(unset), radius_km: radiusKm })
  const reader = await prepared.runAndReadAll()
  return reader.getRowObjectsJS() as unknown as Line[]
}

/** The communities that lie near a located mine, with the regions of those mines: by hand, without a join. */
function touchedBy({ mines, communities, pairs }: World): { community: number; regions: Set<string> }[] {
  return communities.flatMap((_, community) => {
    const regions = pairs.flatMap((pair) => {
      const one = mines[pair.mine]
      const isNear = pair.kind === 'communities' && pair.feature === community && pair.distance <= radiusKm * 1000
      return isNear && one?.isLocated ? [regionOf(one.country)] : []
    })
    return regions.length === 0 ? [] : [{ community, regions: new Set(regions) }]
  })
}

test('on any data the parts less what is counted again are the whole, and what each counts is what a hand count finds', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (one) => {
      await fill(one)
      const found = await lines()
      for (const line of found) {
        expect([line.line_id, line.is_equal]).toEqual([line.line_id, true])
        expect(line.sum_of_parts - line.counted_again).toBe(line.all_total)
        if (!line.line_id.includes(':touching:')) expect([line.line_id, line.counted_again]).toEqual([line.line_id, 0])
      }
      const touched = touchedBy(one)
      const line = found.find(({ line_id }) => line_id === 'communities:touching:region')
      expect(line?.all_total ?? 0).toBe(touched.length)
      expect(line?.sum_of_parts ?? 0).toBe(touched.reduce((sum, { regions }) => sum + regions.size, 0))
      const people = found.find(({ line_id }) => line_id === 'people:hosted:country')
      const byHand = touched.reduce((sum, { community }) => sum + (one.communities[community]?.population ?? 0), 0)
      expect(people?.all_total ?? 0).toBe(byHand)
    }),
    { numRuns: 60 },
  )
})

test('a thing near mines of two regions counts in both, and once in all', async () => {
  await fill({
    mines: [
      { country: 'AAA', isLocated: true },
      { country: 'CCC', isLocated: true },
    ],
    communities: [{ country: 'AAA', population: 700, isCounted: true }],
    areas: [],
    incidents: [],
    pairs: [
      { mine: 0, kind: 'communities', feature: 0, distance: 4_000 },
      { mine: 1, kind: 'communities', feature: 0, distance: 9_000 },
    ],
  })
  const people = (await lines()).find(({ line_id }) => line_id === 'people:touching:region')
  expect(people).toMatchObject({ all_total: 700, sum_of_parts: 1_400, counted_again: 700, is_equal: true })
  const hosted = (await lines()).find(({ line_id }) => line_id === 'people:hosted:region')
  expect(hosted).toMatchObject({ all_total: 700, sum_of_parts: 700, counted_again: 0 })
})
