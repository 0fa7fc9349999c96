import { createHash } from 'node:crypto'
import { appendFileSync, cpSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { datasets, overlays } from '#data/catalog.ts'
import type { Dataset, Overlay } from '#data/define.ts'
import { parseConfig } from '#server/config.ts'
import { quoteText, rowsOf } from '#server/prepare/database.ts'
import { freshSnapshot } from '#server/prepare/prepare.ts'
import { type Snapshot, snapshotOf } from '#server/snapshot.ts'
import { findSpatialExtension, loadSpatial } from '#server/spatial.ts'
import { smallWorld, startPrepare } from '#test/prepare/small-world.ts'
import { openBench } from '#test/prepare/workbench.ts'

const made = [
  ...(Object.values(datasets) as readonly Dataset[]),
  ...(Object.values(overlays) as readonly Overlay[]).filter(({ when }) => when === 'prepare'),
]
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

let world: Awaited<ReturnType<typeof smallWorld>>
let first: Snapshot

beforeAll(async () => {
  world = await smallWorld()
  const { code, errors } = await startPrepare(world.path).ended
  expect(errors).toBe('')
  expect(code).toBe(0)
  const current = world.current()
  if (current === null) throw new Error('no snapshot')
  first = current
})

afterAll(() => world[Symbol.dispose]())

describe('a snapshot', () => {
  it('has a Parquet file for each declared table, with the hash and rows of its manifest', async () => {
    const bench = await openBench()
    for (const { id } of made) {
      const path = join(first.folder, `${id}.parquet`)
      const [row] = await rowsOf(bench.connection, `select count(*) as n from read_parquet(${quoteText(path)})`)
      expect([id, Number(row?.n)]).toEqual([id, first.manifest.tables[id]?.rows])
      expect(sha256(path)).toBe(first.manifest.tables[id]?.sha256)
    }
    bench.close()
  })

  it('holds the same rows in the database, with the declared columns in their order', async () => {
    const bench = await openBench()
    await bench.connection.run(`attach ${quoteText(first.database)} as atlas (read_only)`)
    for (const declared of made) {
      const columns = (await rowsOf(bench.connection, `describe atlas.${declared.id}`)).map((row) => row.column_name)
      const geometry = declared.geometry === 'none' ? [] : ['geometry']
      const equalArea = 'equal_area' in declared && declared.equal_area !== undefined ? [declared.equal_area] : []
      expect(columns).toEqual([...Object.keys(declared.fields), ...geometry, ...equalArea])
      const fields = Object.keys(declared.fields)
        .map((name) => `"${name}"`)
        .join(', ')
      const [row] = await rowsOf(
        bench.connection,
        `select count(*) as n from (select ${fields} from atlas.${declared.id} except all
         select ${fields} from read_parquet(${quoteText(join(first.folder, `${declared.id}.parquet`))}))`,
      )
      expect([declared.id, Number(row?.n)]).toEqual([declared.id, 0])
    }
    bench.close()
  })

  it('counts every record once: accepted and quarantined are those read', () => {
    for (const facts of Object.values(first.manifest.datasets)) {
      expect(facts.accepted + facts.quarantined).toBe(facts.read)
      expect(facts.rows).toBe(facts.accepted)
    }
    expect(first.manifest.datasets.pilot_mines?.read).toBeGreaterThan(20)
  })

  it('never places a mine or an incident that is only known by its region', async () => {
    const bench = await openBench()
    await bench.connection.run(`attach ${quoteText(first.database)} as atlas (read_only)`)
    const [row] = await rowsOf(
      bench.connection,
      `with coarse as (select mine_id from atlas.all_mines where loc_accuracy in ('ADMINISTRATIVE_REGION', 'COUNTRY'))
       select (select count(*) from coarse) as mines,
         (select count(*) from atlas.proximity where mine_id in (from coarse)) as pairs,
         (select count(*) from atlas.mine_rings where mine_id in (from coarse)) as rings,
         (select count(*) from atlas.proximity as x join atlas.incident_reports as i on i.incident_id = x.feature_id
          where i.geo_precision = '3') as incidents`,
    )
    expect(Number(row?.mines)).toBeGreaterThan(0)
    expect([row?.pairs, row?.rings, row?.incidents].map(Number)).toEqual([0, 0, 0])
    bench.close()
  })

  it('reaches 10 km farther for each of the two that is approximate', async () => {
    const bench = await openBench()
    await bench.connection.run(`attach ${quoteText(first.database)} as atlas (read_only)`)
    const rows = await rowsOf(
      bench.connection,
      'select uncertainty_m, max(distance_m) as most_m from atlas.proximity group by uncertainty_m order by uncertainty_m',
    )
    expect(rows.length).toBeGreaterThan(1)
    for (const row of rows) {
      expect(Number(row.most_m)).toBeLessThanOrEqual(50_000 + Number(row.uncertainty_m))
      expect(Number(row.most_m)).toBeGreaterThan(40_000 + Number(row.uncertainty_m))
    }
    bench.close()
  })

  it('draws each area as large as reported and turns its rings counterclockwise', async () => {
    const bench = await openBench()
    await bench.connection.run(`attach ${quoteText(first.database)} as atlas (read_only)`)
    const [row] = await rowsOf(
      bench.connection,
      `select count(*) as n, max(abs(gis_area_km2 / rep_area_km2 - 1)) as off, min(st_npoints(geometry)) as corners
       from atlas.protected_areas where rep_area_km2 > 0`,
    )
    expect(Number(row?.n)).toBeGreaterThan(20)
    expect(Number(row?.off)).toBeLessThan(0.0001)
    expect(Number(row?.corners)).toBeGreaterThan(256)
    bench.close()
  })

  it('is read by an instance that only reads', async () => {
    const instance = await DuckDBInstance.create(first.database, { access_mode: 'READ_ONLY' })
    const connection = await instance.connect()
    await loadSpatial(connection, await findSpatialExtension(parseConfig(process.env).cacheDir))
    const rows = await rowsOf(connection, "select value from snapshot_facts where fact = 'snapshot'")
    expect(rows).toEqual([{ value: first.id }])
    connection.closeSync()
    instance.closeSync()
  })
})

describe('preparing again', () => {
  it('makes nothing again where the inputs are the same', async () => {
    expect(freshSnapshot({ dataDir: world.path })?.id).toBe(first.id)
    expect((await startPrepare(world.path).ended).code).toBe(0)
    expect(world.current()?.manifest.prepared_at).toBe(first.manifest.prepared_at)
  })

  it('gives the same bytes elsewhere, whatever the number of threads', async () => {
    using folder = world.copy()
    expect((await startPrepare(folder.path, { THREADS: '4' }).ended).code).toBe(0)
    const again = snapshotOf(folder.path, first.id)
    expect(again?.manifest.tables).toEqual(first.manifest.tables)
  })

  it('lets two prepares at once make one snapshot', async () => {
    using folder = world.copy()
    const ended = await Promise.all([startPrepare(folder.path).ended, startPrepare(folder.path).ended])
    expect(ended.map(({ code }) => code)).toEqual([0, 0])
    expect(readdirSync(join(folder.path, 'prepared')).sort()).toEqual([first.id, 'current'].sort())
  })

  it('keeps the old snapshot when it is killed half way, then recovers and keeps the newest five', async () => {
    const older = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'].map((id) => join(world.path, 'prepared', id))
    for (const [index, folder] of older.entries()) {
      cpSync(first.folder, folder, { recursive: true })
      utimesSync(folder, 1_000 + index, 1_000 + index)
    }
    const path = join(world.path, 'source', 'region-countries.csv')
    writeFileSync(
      path,
      `${readFileSync(join(import.meta.dirname, '../../data/source/region-countries.csv'), 'utf8')}\n`,
    )
    appendFileSync(path, '\n')
    const { child, ended } = startPrepare(world.path)
    const prepared = join(world.path, 'prepared')
    const isUnderWay = () => readdirSync(prepared).some((name) => name.startsWith('unfinished-'))
    while (!isUnderWay() && child.exitCode === null) await pause(10)
    await pause(300)
    child.kill('SIGKILL')
    expect(await ended).toEqual({ code: null, errors: '' })
    expect(world.current()?.id).toBe(first.id)
    expect((await startPrepare(world.path).ended).code).toBe(0)
    expect(world.current()?.id).not.toBe(first.id)
    const current = world.current()?.id ?? ''
    expect(readdirSync(prepared).sort()).toEqual([first.id, current, 'a4', 'a5', 'a6', 'current'].sort())
  })
})

describe('sources that can not be used', () => {
  const breakSource = async (file: string, change: (text: string) => string) => {
    const before = world.current()?.id
    const path = join(world.path, 'source', file)
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, change(text))
    const { code, errors } = await startPrepare(world.path).ended
    writeFileSync(path, text)
    expect(world.current()?.id).toBe(before)
    expect(code).toBe(1)
    expect(errors.trim().split('\n')).toHaveLength(1)
    return errors
  }

  it('stop prepare where a column is missing', async () => {
    const errors = await breakSource('pilot-mines.csv', (text) => text.replace('latitude', 'lat'))
    expect(errors).toMatch(/pilot-mines\.csv: the header has no column latitude/)
  })

  it('stop prepare where no record can be used', async () => {
    const errors = await breakSource('pilot-mines.csv', (text) =>
      text.replaceAll('OPERATING', 'RUNNING').split('\n').slice(0, 3).join('\n'),
    )
    expect(errors).toMatch(/none of its 2 records can be used; row 2, dev_stat: "RUNNING" is not in the vocabulary/)
  })

  it('stop prepare where a file is empty', async () => {
    expect(await breakSource('incident-reports.csv', () => '')).toMatch(/incident-reports\.csv/)
    expect(await breakSource('incident-reports.csv', (text) => `${text.split('\n')[0]}\n`)).toMatch(
      /none of its 0 records/,
    )
  })

  it('stop prepare where a Parquet file is none', async () => {
    const path = join(world.path, 'source', 'host-communities.parquet')
    const bytes = readFileSync(path)
    writeFileSync(path, 'PAR1')
    const { code, errors } = await startPrepare(world.path).ended
    writeFileSync(path, bytes)
    expect(code).toBe(1)
    expect(errors).toMatch(/host-communities\.parquet: not a readable Parquet file/)
  })
})
