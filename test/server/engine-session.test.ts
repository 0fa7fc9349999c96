import { describe, expect, test } from 'vitest'
import { tinyApp } from '#test/setup/tiny-app.ts'

const tiny = tinyApp()
const plain = (sql: string) => ({ sql, parameters: {} })
const slow = plain('select count(*) as n from range(100000000) as a (x), range(1000) as b (y) where a.x % 7 = b.y % 3')
const options = { timeoutMs: 10_000 }

describe('a session', () => {
  test('has tables and macros that nobody else sees, and leaves none behind', async () => {
    const n = await tiny.world.engine.session(async (session) => {
      await session.rows(plain('create temp macro twice(x) as 2 * x'))
      await session.rows({
        sql: 'create temp table own as select cast($id as varchar) as id, twice(21) as n',
        parameters: { id: { type: 'string', value: 'a' } },
      })
      await expect(tiny.world.engine.rows(plain('select * from own'))).rejects.toMatchObject({ code: 'engine_failed' })
      return (await session.rows(plain('select n from own')))[0]?.n
    }, options)
    expect(n).toBe(42)
    const again = tiny.world.engine.session((session) => session.rows(plain('select * from own')), options)
    await expect(again).rejects.toMatchObject({ code: 'engine_failed' })
  })

  test('can write nothing that lasts, and open no file', async () => {
    for (const sql of [
      'create table x (a int)',
      'delete from mines',
      "copy mines to '/tmp/x.csv'",
      "select * from read_csv('/etc/passwd')",
      "attach '/tmp/x.db'",
      "set memory_limit = '9GB'",
    ]) {
      const tried = tiny.world.engine.session((session) => session.rows(plain(sql)), options)
      await expect(tried, sql).rejects.toMatchObject({ code: 'engine_failed' })
    }
  })

  test('stops when the signal aborts, and runs no statement after it', async () => {
    const abort = new AbortController()
    let isAfter = false
    const running = tiny.world.engine.session(
      async (session) => {
        await session.rows(slow).catch(() => {})
        await session.rows(plain('select 1 as n'))
        isAfter = true
      },
      { ...options, signal: abort.signal },
    )
    setTimeout(() => abort.abort(), 100)
    const started = performance.now()
    await expect(running).rejects.toMatchObject({ code: 'cancelled' })
    expect(performance.now() - started).toBeLessThan(1_500)
    expect(isAfter).toBe(false)
  })

  test('ends with its time, over all its statements', async () => {
    const running = tiny.world.engine.session(
      async (session) => {
        for (;;) await session.rows(plain('select count(*) as n from range(1000000)'))
      },
      { timeoutMs: 300 },
    )
    await expect(running).rejects.toMatchObject({ code: 'engine_slow' })
  })
})
