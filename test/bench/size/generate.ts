import { once } from 'node:events'
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { codesOf } from '#data/vocabularies.ts'
import { parseConfig } from '#server/config.ts'
import { createTable, openWorkbench, quoteText, type SqlValue, type Workbench } from '#server/prepare/database.ts'
import type { Position } from '#server/prepare/geometry/shape.ts'
import { writeMultiPolygon } from '#server/prepare/geometry/wkb.ts'
import { type District, Land, type Place } from '#test/bench/size/land.ts'
import { Random } from '#test/bench/size/random.ts'

/** What issue 6 calls large. */
const full = { mines: 50_000, communities: 1_000_000, incidents: 1_000_000, areas: 300_000, districts: 1_500 }

export type Sizes = Readonly<Record<keyof typeof full, number>>

/** The full size times a share, never less than one of each; fewer districts stand as thick as many. */
export const sizesOf = (scale: number): Sizes =>
  Object.fromEntries(Object.entries(full).map(([name, n]) => [name, Math.max(1, Math.round(n * scale))])) as Sizes

/** Files of the four datasets, in the formats and with the names that an import takes. */
export interface GeneratedFiles {
  readonly mines: string
  readonly host_communities: string
  readonly incident_reports: string
  readonly protected_areas: string
}

interface World {
  readonly random: Random
  readonly land: Land
  readonly districts: readonly District[]
  /** One district as often as it is heavy. */
  readonly weighted: readonly District[]
}

const commodities = codesOf('commodity').slice(0, 10)

async function worldOf(bench: Workbench, sizes: Sizes, seed: number): Promise<World> {
  const random = new Random(seed)
  const land = await Land.open(bench, random)
  const districts = Array.from({ length: sizes.districts }, () => ({
    ...land.anywhere(),
    commodity: random.one(commodities),
  }))
  const weighted = districts.flatMap((one) =>
    Array.from({ length: Math.min(12, Math.ceil(random.pareto(1.3))) }, () => one),
  )
  return { random, land, districts, weighted }
}

const gathered = ({ random, land, weighted }: World, share: number, spread: number): Place =>
  random.next() < share ? land.near(random.one(weighted), spread) : land.anywhere()

const coordinates = ([x, y]: Position) => ({ latitude: y.toFixed(6), longitude: x.toFixed(6) })

/** Rows one by one into a CSV file, never all of them at once. */
async function writeCsv(path: string, n: number, rowOf: (index: number) => Readonly<Record<string, unknown>>) {
  const stream: WriteStream = createWriteStream(path)
  for (let begin = 0; begin < n; begin += 10_000) {
    const rows = Array.from({ length: Math.min(10_000, n - begin) }, (_, index) => rowOf(begin + index))
    if (!stream.write(stringify(rows, { header: begin === 0 }))) await once(stream, 'drain')
  }
  stream.end()
  await once(stream, 'finish')
}

async function writeMines(world: World, n: number, path: string): Promise<void> {
  const { random, land, weighted } = world
  await writeCsv(path, n, (index) => {
    const district = random.one(weighted)
    const isGathered = random.next() < 0.85
    const place = isGathered ? land.near(district, 0.3) : land.anywhere()
    return {
      mine_id: `g-${index}`,
      mine_name: `Mine ${index}`,
      ...coordinates(place.position),
      iso3: place.iso3,
      loc_accuracy: random.next() < 0.2 ? 'APPROXIMATE_LOCATION' : random.next() < 0.02 ? 'COUNTRY' : 'COORDINATES',
      commod1: isGathered && random.next() < 0.7 ? district.commodity : random.one(commodities),
      commod2: random.next() < 0.2 ? random.one(commodities) : '',
      dev_stat: random.one(codesOf('mine_status')),
      ownership_class: random.one(codesOf('ownership_class')),
    }
  })
}

async function writeIncidents(world: World, n: number, path: string): Promise<void> {
  const { random } = world
  await writeCsv(path, n, (index) => {
    const place = gathered(world, 0.5, 0.4)
    const precision = random.next() < 0.6 ? '1' : random.next() < 0.7 ? '2' : '3'
    return {
      incident_id: `i-${index}`,
      title_en: `Incident ${index}`,
      event_date: new Date(Date.UTC(2010, 0, 1 + Math.floor(random.next() * 5_800))).toISOString().slice(0, 10),
      time_precision: '1',
      incident_type: random.one(codesOf('incident_type')),
      severity: random.one(codesOf('severity')),
      link_basis: 'none',
      iso3: place.iso3,
      ...coordinates(place.position),
      geo_precision: precision,
      fatalities: random.next() < 0.1 ? Math.floor(random.pareto(1.2)) : '',
      verification: random.one(codesOf('verification')),
      n_sources: 1 + Math.floor(random.next() * 4),
      is_before_ownership: 'false',
      is_running_total: 'false',
    }
  })
}

async function copyTable({ connection }: Workbench, table: string, path: string): Promise<void> {
  await connection.run(
    `copy (${table}) to ${quoteText(path)} (format parquet, compression zstd, geoparquet_version 'V2')`,
  )
}

async function writeCommunities(bench: Workbench, world: World, n: number, path: string): Promise<void> {
  const table = await createTable(bench.connection, 'made', [
    { name: 'community_id', type: 'string' },
    { name: 'name', type: 'string' },
    { name: 'iso3', type: 'string' },
    { name: 'x', type: 'double' },
    { name: 'y', type: 'double' },
    { name: 'population', type: 'int' },
  ])
  for (let index = 0; index < n; index += 1) {
    const place = gathered(world, 0.35, 0.7)
    const people = Math.min(5_000_000, Math.round(60 * world.random.pareto(0.9)))
    const population = world.random.next() < 0.1 ? null : people
    table.add([`c-${index}`, `Place ${index}`, place.iso3, ...place.position, population])
  }
  table.close()
  await copyTable(bench, 'select community_id, name, iso3, population, st_point(x, y) as geometry from made', path)
}

/** A star-shaped outline: few corners for most, two thousand for some; a radius from hundreds of metres to 60 km. */
function outlineOf(random: Random, [x, y]: Position): Uint8Array {
  const corners = Math.min(2_000, Math.floor(20 * random.pareto(1.25)))
  const radius = Math.min(0.5, 0.006 * Math.exp(1.2 * random.normal()))
  const waves = [2, 3, 5, 9, 17].map((times) => ({
    times,
    high: random.next() / (times + 2),
    turn: random.next() * 6.3,
  }))
  const shrink = 1 / Math.cos((y * Math.PI) / 180)
  const ring = Array.from({ length: corners }, (_, index): Position => {
    const angle = (index / corners) * 2 * Math.PI
    const far =
      radius * (1 + waves.reduce((sum, { times, high, turn }) => sum + high * Math.cos(times * angle + turn), 0))
    return [x + far * shrink * Math.cos(angle), y + far * Math.sin(angle)]
  })
  const [first] = ring
  return writeMultiPolygon([[first === undefined ? ring : [...ring, first]]])
}

async function writeAreas(bench: Workbench, world: World, n: number, path: string): Promise<void> {
  const { random } = world
  const table = await createTable(bench.connection, 'made', [
    ...['site_id', 'name_eng', 'iso3', 'iucn_cat', 'int_crit', 'realm', 'status'].map(
      (name) => ({ name, type: 'string' }) as const,
    ),
    { name: 'status_yr', type: 'int' },
    { name: 'wkb', type: 'blob' },
  ])
  for (let index = 0; index < n; index += 1) {
    const { iso3, position } = gathered(world, 0.25, 0.9)
    const criterion = random.next() < 0.004 ? 'World Heritage (natural)' : null
    const row: SqlValue[] = [`p-${index}`, `Area ${index}`, iso3, random.one(codesOf('iucn_category')), criterion]
    table.add([
      ...row,
      'Terrestrial',
      'Designated',
      1900 + Math.floor(random.next() * 125),
      outlineOf(random, position),
    ])
  }
  table.close()
  await copyTable(bench, 'select * exclude (wkb), false as is_approx, st_geomfromwkb(wkb) as geometry from made', path)
}

/** Write the four files into a folder: the same seed and scale, the same files. */
export async function generate(folder: string, scale: number, seed = 20_261_124): Promise<GeneratedFiles> {
  mkdirSync(folder, { recursive: true })
  const sizes = sizesOf(scale)
  const bench = await openWorkbench(parseConfig(process.env), join(folder, 'spill'))
  const files = {
    mines: join(folder, 'mines.csv'),
    host_communities: join(folder, 'communities.parquet'),
    incident_reports: join(folder, 'incidents.csv'),
    protected_areas: join(folder, 'areas.parquet'),
  }
  try {
    const world = await worldOf(bench, sizes, seed)
    await writeMines(world, sizes.mines, files.mines)
    await writeCommunities(bench, world, sizes.communities, files.host_communities)
    await writeIncidents(world, sizes.incidents, files.incident_reports)
    await writeAreas(bench, world, sizes.areas, files.protected_areas)
  } finally {
    bench.close()
  }
  return files
}
