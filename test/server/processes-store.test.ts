import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createApp } from '#server/app.ts'
import { EngineHolder } from '#server/engine/engine-source.ts'
import type { Job } from '#server/processes/jobs/job.ts'
import { JobStore } from '#server/processes/jobs/job-store.ts'
import { send } from '#test/setup/execute.ts'
import { tinyApp } from '#test/setup/tiny-app.ts'

const tiny = tinyApp()

describe('the store', () => {
  const jobOf = (number: number, more: Partial<Job> = {}): Job => {
    const time = new Date(Date.now() - 1_000_000 + number).toISOString()
    const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
    return {
      id,
      processId: 'echo',
      status: 'successful',
      progress: 100,
      created: time,
      updated: time,
      finished: time,
      response: 'raw',
      bytes: 10,
      ...more,
    }
  }
  const inFolder = async (use: (path: string) => Promise<void> | void) => {
    const path = mkdtempSync(join(tmpdir(), 'smap-store-'))
    await use(path)
    rmSync(path, { recursive: true, force: true })
  }

  test('forgets the oldest when there are too many or they are too large, but none that runs', () => {
    const store = new JobStore(undefined, { mostJobs: 3, mostBytes: 100, keptMs: 3_600_000 })
    store.put(jobOf(0, { status: 'running' }))
    for (let number = 1; number <= 4; number += 1) store.put(jobOf(number))
    expect(store.list().map(({ id }) => Number(id.slice(-2)))).toEqual([4, 3, 0])
    store.put(jobOf(5, { bytes: 95 }))
    expect(store.list().map(({ id }) => Number(id.slice(-2)))).toEqual([5, 0])
  })

  test('forgets a job a day after its end, with its file', async () => {
    await inFolder(async (path) => {
      const store = new JobStore(path)
      const job = jobOf(1)
      store.put(job)
      await store.writeResult(job.id, '{}')
      store.sweep(Date.now() + 23 * 3_600_000)
      expect(store.get(job.id)).toBeDefined()
      store.sweep(Date.now() + 25 * 3_600_000)
      expect(store.get(job.id)).toBeUndefined()
      await expect.poll(() => readdirSync(path)).toEqual(['jobs.jsonl'])
    })
  })

  test('reads a list whose last line was cut off, and removes results that belong to nothing', async () => {
    await inFolder((path) => {
      const job = jobOf(1)
      writeFileSync(join(path, 'jobs.jsonl'), `${JSON.stringify(job)}\n{"id":"00000000-0000-4000-80`)
      for (const name of [`${job.id}.json`, `${jobOf(2).id}.json`, `${job.id}.json.part`, 'note.txt'])
        writeFileSync(join(path, name), '{}')
      expect(new JobStore(path).list()).toEqual([job])
      expect(readdirSync(path).sort()).toEqual([`${job.id}.json`, 'jobs.jsonl', 'note.txt'])
    })
  })
})

describe('a token', () => {
  const token = 'a-long-enough-token'
  const guarded = () => createApp({ engines: new EngineHolder(tiny.world.engine), maxItems: 100, token })

  test.each([
    ['POST', '/api/processes/echo/execution'],
    ['GET', '/api/jobs'],
    ['GET', '/api/jobs/x'],
    ['GET', '/api/jobs/x/results'],
    ['DELETE', '/api/jobs/x'],
  ])('is needed to %s %s', async (method, path) => {
    for (const authorization of [undefined, 'Bearer wrong', token, `Basic ${token}`, `Bearer ${token}x`]) {
      const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) }
      const answer = await guarded().request(path, { method, headers, ...(method === 'POST' && { body: '{}' }) })
      expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    }
  })

  test('opens the way, and is not needed to read about processes', async () => {
    const answer = await send(guarded(), { inputs: { message: 'hello' } }, { authorization: `Bearer ${token}` }, 'echo')
    expect(await answer.json()).toBe('hello')
    expect((await guarded().request('/api/processes/echo')).status).toBe(200)
  })
})
