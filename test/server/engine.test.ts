import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDuckdb } from '#server/engine/duckdb.ts'
import { isFatal } from '#server/engine/duckdb-failure.ts'
import type { Engine, Query } from '#server/engine/engine.ts'
import { EngineHolder } from '#server/engine/engine-source.ts'
import { Problem } from '#server/problem.ts'
import { spatialPath } from '#test/setup/tables.ts'
import { openTinyWorld, type TinyWorld, testLimits } from '#test/setup/tiny-world.ts'

const plain = (sql: string): Query => ({ sql, parameters: {} })
/** Takes far longer than any test waits. */
const endless = plain(
  'select count(*) as n from range(1000000000) as a, range(1000000) as b where a.range + b.range = -1',
)

let world: TinyWorld
let engine: Engine
beforeAll(async () => {
  world = await openTinyWorld({ queryTimeoutMs: 20_000, queueLength: 1 })
  engine = world.engine
})
afterAll(() => world.close())

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Problem)) throw new Error(`no problem but ${String(error)}`)
  return error
}

describe('values', () => {
  test('come as JSON has them: dates as text, whole numbers as numbers, what is no number as null', async () => {
    const sql = `select date '2025-12-31' as day, 9007199254740991::bigint as big, sum(x) as total, 'nan'::double as odd, true as yes, null as none
      from (values (1), (2)) as v (x)`
    expect(await engine.rows(plain(sql))).toEqual([
      { day: '2025-12-31', big: 9007199254740991, total: 3, odd: null, yes: true, none: null },
    ])
  })

  test('are bound by name and type, absent ones as null', async () => {
    const query: Query = {
      sql: `select cast($day as date) as day, cast($text as string) as text, cast($n as int) as n, cast($x as double) as x, cast($flag as boolean) as flag`,
      parameters: {
        day: { type: 'date', value: '1969-07-20' },
        text: { type: 'string', value: "it's; -- $x" },
        n: { type: 'int', value: null },
        x: { type: 'double', value: 1.5 },
        flag: { type: 'boolean', value: true },
      },
    }
    expect(await engine.rows(query)).toEqual([{ day: '1969-07-20', text: "it's; -- $x", n: null, x: 1.5, flag: true }])
  })

  test('of a small answer are kept: a question about one snapshot has one answer', async () => {
    const dice = (sides: number): Query => ({
      sql: 'select random() * cast($sides as int) as thrown',
      parameters: { sides: { type: 'int', value: sides } },
    })
    const [first, again, other] = [await engine.rows(dice(6)), await engine.rows(dice(6)), await engine.rows(dice(7))]
    expect(again).toEqual(first)
    expect(other).not.toEqual(first)
  })

  test('of a body come as bytes, beside what is told of it', async () => {
    const [piece] = await engine.pieces(plain(`select encode('矿 ï') as bytes, 2 as n`))
    expect(Buffer.from(piece?.bytes ?? []).toString()).toBe('矿 ï')
    expect(piece?.facts).toEqual({ n: 2 })
  })

  test('come in chunks from a stream, all of them and in order', async () => {
    const sizes: number[] = []
    let next = 0
    for await (const rows of engine.stream(plain('select range as i from range(5000)'))) {
      sizes.push(rows.length)
      for (const row of rows) expect(row.i).toBe(next++)
    }
    expect(next).toBe(5000)
    expect(sizes.length).toBeGreaterThan(1)
  })
})

describe('an aborted question', () => {
  test('is interrupted within a second, and the connection answers the next one', async () => {
    const controller = new AbortController()
    const asked = problemOf(engine.rows(endless, { signal: controller.signal }))
    setTimeout(() => controller.abort(), 100)
    const started = performance.now()
    expect((await asked).code).toBe('cancelled')
    expect(performance.now() - started).toBeLessThan(1_500)
    expect(await engine.rows(plain('select 1 as one'))).toEqual([{ one: 1 }])
  })

  test('never starts when it was aborted before', async () => {
    expect((await problemOf(engine.rows(endless, { signal: AbortSignal.abort() }))).code).toBe('cancelled')
  })

  test('does not disturb another connection', async () => {
    const controller = new AbortController()
    const asked = problemOf(engine.rows(endless, { signal: controller.signal }))
    const other = engine.rows(plain('select count(*) as n from range(20000000)'))
    controller.abort()
    expect((await asked).code).toBe('cancelled')
    expect(await other).toEqual([{ n: 20_000_000 }])
  })

  test('ends a stream that is left early', async () => {
    for await (const rows of engine.stream(plain('select a.range as i from range(100000000) as a'))) {
      expect(rows.length).toBeGreaterThan(0)
      break
    }
    expect(await engine.rows(plain('select 1 as one'))).toEqual([{ one: 1 }])
  })
})

test('a question that takes too long becomes a problem that says so', async () => {
  const hasty = await openTinyWorld({ queryTimeoutMs: 150 })
  try {
    expect((await problemOf(hasty.engine.rows(endless))).code).toBe('engine_slow')
    expect(await hasty.engine.rows(plain('select 1 as one'))).toEqual([{ one: 1 }])
  } finally {
    await hasty.close()
  }
})

test('two heavy questions run, one waits, the next is turned away at once while light ones still pass', async () => {
  const controller = new AbortController()
  const options = { signal: controller.signal, isHeavy: true }
  const running = [1, 2, 3].map(() => problemOf(engine.rows(endless, options)))
  const started = performance.now()
  const refused = await problemOf(engine.rows(endless, options))
  expect(performance.now() - started).toBeLessThan(100)
  expect(refused.code).toBe('engine_busy')
  expect(refused.details.retryAfterSeconds).toBeGreaterThan(0)
  expect(await engine.rows(plain('select 1 as one'))).toEqual([{ one: 1 }])
  controller.abort()
  expect((await Promise.all(running)).map(({ code }) => code)).toEqual(['cancelled', 'cancelled', 'cancelled'])
})

test('more than the memory limit is a problem, not the end', async () => {
  const problem = await problemOf(engine.rows(plain('select list(a.range) as l from range(300000000) as a')))
  expect(['engine_busy', 'engine_failed']).toContain(problem.code)
  expect(engine.isHealthy).toBe(true)
})

describe('the engine is locked', () => {
  const folder = () => dirname(world.database)
  test.each([
    ['reads no file', () => `select * from read_text('/etc/hostname')`],
    ['reads no file of its own folder', () => `select * from read_csv('${folder()}/leak.csv')`],
    ['opens no layer', () => `select * from st_read('${folder()}/leak.vrt')`],
    ['lists no folder', () => `select * from glob('${folder()}/*')`],
    ['writes no file', () => `copy (select 1) to '${folder()}/out.csv'`],
    ['attaches nothing', () => `attach '${folder()}/other.duckdb' as other`],
    ['loads nothing', () => 'load httpfs'],
    ['installs nothing', () => 'install json'],
    ['keeps its settings', () => 'set enable_external_access = true'],
    ['keeps its temporary folder', () => `set temp_directory = '${folder()}'`],
    ['changes no row', () => "insert into regions (region_id) values ('X')"],
    ['drops no table', () => 'drop table mines'],
    ['runs one statement at a time', () => 'select 1; select 2'],
    ['calls nobody', () => `select * from read_parquet('http://localhost:1/x.parquet')`],
  ])('%s', async (_, sql) => {
    writeFileSync(join(folder(), 'leak.csv'), 'secret\n1\n')
    writeFileSync(join(folder(), 'leak.vrt'), '<OGRVRTDataSource/>')
    const problem = await problemOf(engine.rows(plain(sql())))
    expect(problem.code).toBe('engine_failed')
    expect(existsSync(join(folder(), 'out.csv'))).toBe(false)
  })

  test('tells nobody what the engine said: files and folders stay in the log', async () => {
    const problem = await problemOf(engine.rows(plain(`select * from read_text('/etc/hostname')`)))
    expect(problem.message).not.toMatch(/hostname|Permission/)
    expect(String(problem.details.cause)).toMatch(/Permission Error/)
  })
})

test('an error after which every later question fails is known by its text', () => {
  expect(isFatal(new Error('INTERNAL Error: Attempted to dereference'))).toBe(true)
  expect(
    isFatal(new Error('Invalid Input Error: database has been invalidated because of a previous fatal error')),
  ).toBe(true)
  expect(isFatal(new Error('Binder Error: no such column'))).toBe(false)
})

test('a file that is no snapshot is refused at once', async () => {
  const file = join(dirname(world.database), 'leak.csv')
  writeFileSync(file, 'not a database')
  const { manifest } = engine
  const options = { file, manifest, spatial: await spatialPath(), limits: testLimits, exportFolder: dirname(file) }
  await expect(openDuckdb(options)).rejects.toThrow()
})

test('a file is written beside and leaves nothing behind; nothing can be written or read elsewhere', async () => {
  const signal = AbortSignal.timeout(10_000)
  const beside = join(dirname(world.database), 'beside.csv')
  writeFileSync(beside, 'a\n1\n')
  await using writer = await engine.writer({ signal })
  const mines = plain('select mine_id, geometry from pilot_mines order by mine_id')
  expect(await writer.copy(mines, 'mines.parquet', "format parquet, geoparquet_version 'V2'")).toBe(5)
  expect(readFileSync(join(writer.folder, 'mines.parquet')).subarray(0, 4).toString()).toBe('PAR1')
  for (const refused of [
    () => writer.copy(mines, '../mines.parquet', 'format parquet'),
    () => writer.copy(mines, '../mines.fgb', "format gdal, driver 'FlatGeobuf'"),
    () => writer.copy(plain(`select * from st_read('${beside}')`), 'read.csv', 'format csv'),
    () => writer.copy(plain(`select * from read_csv('${beside}')`), 'read.csv', 'format csv'),
  ]) {
    await expect(refused()).rejects.toMatchObject({ code: 'engine_failed' })
  }
  await writer[Symbol.asyncDispose]()
  expect(readdirSync(join(dirname(world.database), 'exports'))).toEqual([])
})

describe('when a newer snapshot comes', () => {
  test('new requests get it, the old one is closed after its last request', async () => {
    const [old, fresh] = [await openTinyWorld(), await openTinyWorld()]
    const engines = new EngineHolder(old.engine)
    const lease = engines.lend()
    engines.switchTo(fresh.engine)
    expect(engines.current).toBe(fresh.engine)
    expect(await lease.engine.rows(plain('select 1 as one'))).toEqual([{ one: 1 }])
    lease[Symbol.dispose]()
    await expect
      .poll(() => problemOf(old.engine.rows(plain('select 1'))).then(({ code }) => code))
      .toBe('shutting_down')
    expect(await engines.lend().engine.rows(plain('select 2 as two'))).toEqual([{ two: 2 }])
    await fresh.close()
  })
})
