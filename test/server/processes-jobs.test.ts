import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '#server/app.ts'
import { EngineHolder } from '#server/engine/engine-source.ts'
import { JobStore } from '#server/processes/jobs/job-store.ts'
import { Jobs } from '#server/processes/jobs/jobs.ts'
import { type Status, send, startJob, statusOf, until } from '#test/setup/execute.ts'
import type { App } from '#test/setup/tiny-app.ts'
import { openTinyWorld, type TinyWorld } from '#test/setup/tiny-world.ts'

let world: TinyWorld
let app: App
let jobs: Jobs
let folder: string

const open = () => {
  const engines = new EngineHolder(world.engine)
  jobs = new Jobs({ engines, store: new JobStore(folder) })
  app = createApp({ engines, maxItems: 100, jobs })
}
const near = {
  left: { collection: 'pilot_mines' },
  right: { collection: 'host_communities' },
  relation: 'within',
  distance_m: 20_000,
  sum_field: 'population',
}
const isOver = ({ status }: Status) => ['successful', 'failed', 'dismissed'].includes(status)

beforeAll(async () => {
  world = await openTinyWorld({ queryTimeoutMs: 60_000 })
  folder = mkdtempSync(join(tmpdir(), 'smap-jobs-'))
  open()
})
afterAll(async () => {
  await jobs.close()
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a job', () => {
  test('is accepted at once, runs, and gives what the answer at once gives', async () => {
    const answer = await send(app, { inputs: near }, { prefer: 'respond-async, wait=1' })
    expect(answer.status).toBe(201)
    expect(answer.headers.get('preference-applied')).toBe('respond-async')
    expect(await answer.json()).toMatchObject({
      status: 'accepted',
      type: 'process',
      processID: 'overlay',
      progress: 0,
    })
    const path = new URL(String(answer.headers.get('location'))).pathname
    expect(await until(app, path, isOver)).toMatchObject({ status: 'successful', progress: 100, snapshot: 'tiny' })
    const later = await (await app.request(`${path}/results`)).json()
    expect(later).toEqual(await (await send(app, { inputs: near })).json())
  })

  test('gives its pairs and its summary as CSV and GeoJSON', async () => {
    const path = await startJob(app, near)
    await until(app, path, isOver)
    const { rows, summary } = (await (await app.request(`${path}/results`)).json()) as {
      rows: unknown[]
      summary: unknown[]
    }
    const csv = await app.request(`${path}/results?f=csv&lang=zh&bom=true`)
    expect(csv.headers.get('content-type')).toContain('text/csv')
    const lines = (await csv.text()).split('\r\n')
    expect(lines[0]?.startsWith('左侧要素编号') || lines[0]?.startsWith('\uFEFF左侧要素编号')).toBe(true)
    expect(lines.length).toBe(rows.length + 2)
    const short = (await (await app.request(`${path}/results?f=csv&part=summary`)).text()).split('\r\n')
    expect([short[0]?.split(',')[3], short.length]).toEqual(['n', summary.length + 2])
    const json = (await (await app.request(`${path}/results?f=geojson`)).json()) as {
      features: { geometry: { coordinates: number[] } }[]
    }
    expect(json.features.length).toBe(rows.length)
    expect(json.features[0]?.geometry.coordinates.length).toBe(2)
  })

  test('has no result before its end: 404 with the type that the standard gives it', async () => {
    const path = await startJob(app, { message: 'x', pause: 5 }, 'echo')
    const answer = await app.request(`${path}/results`)
    expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([
      404,
      'http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/result-not-ready',
    ])
    expect((await app.request(path, { method: 'DELETE' })).status).toBe(200)
  })

  test('that is dismissed stops; dismissed again it is forgotten', async () => {
    const path = await startJob(app, { message: 'x', pause: 20 }, 'echo')
    await until(app, path, ({ status }) => status === 'running')
    const answer = await app.request(path, { method: 'DELETE' })
    expect(await answer.json()).toMatchObject({ status: 'dismissed' })
    expect(await statusOf(app, path)).toMatchObject({ status: 'dismissed' })
    expect((await app.request(`${path}/results`)).status).toBe(404)
    expect((await app.request(path, { method: 'DELETE' })).status).toBe(200)
    expect((await app.request(path)).status).toBe(404)
    expect((await app.request(path, { method: 'DELETE' })).status).toBe(404)
  })

  test('that fails says why, and its result is that problem', async () => {
    const broken = new Jobs({ engines: new EngineHolder(world.engine), limits: { mostResultBytes: 10 } })
    const other = createApp({ engines: new EngineHolder(world.engine), maxItems: 100, jobs: broken })
    const path = await startJob(other, near)
    expect(await until(other, path, isOver)).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('too large'),
    })
    const answer = await other.request(`${path}/results`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json'])
  })

  test('is never kept by a cache, nor told to another site', async () => {
    const path = await startJob(app, near)
    for (const one of [path, '/api/jobs', `${path}/results`]) {
      const answer = await app.request(one, { headers: { origin: 'https://elsewhere.example' } })
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    }
  })
})

describe('the queue', () => {
  beforeEach(() => expect.poll(() => jobs.running, { timeout: 20_000 }).toBe(0))

  test('runs two, lets eight wait, and refuses the next with 503 and Retry-After; a place is free again after a dismissal', async () => {
    const paths: string[] = []
    for (let index = 0; index < 10; index += 1) paths.push(await startJob(app, { message: 'x', pause: 20 }, 'echo'))
    const started = performance.now()
    for (const prefer of ['respond-async', 'wait=5']) {
      const refused = await send(app, { inputs: { message: 'x' } }, { prefer }, 'echo')
      expect(refused.status).toBe(503)
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    }
    expect(performance.now() - started).toBeLessThan(500)
    const statuses = await Promise.all(paths.map(async (path) => (await statusOf(app, path)).status))
    expect(statuses.filter((status) => status === 'running').length).toBe(2)
    expect(statuses.filter((status) => status === 'accepted').length).toBe(8)
    for (const path of paths) await app.request(path, { method: 'DELETE' })
    await expect.poll(() => jobs.running).toBe(0)
    expect((await send(app, { inputs: { message: 'free' } }, {}, 'echo')).status).toBe(200)
  })

  test('a client that goes away takes its work with it', async () => {
    const abort = new AbortController()
    const body = JSON.stringify({ inputs: { message: 'x', pause: 20 } })
    const answer = app.request('/api/processes/echo/execution', {
      method: 'POST',
      body,
      signal: abort.signal,
      headers: { 'content-type': 'application/json' },
    })
    await expect.poll(() => jobs.running).toBe(1)
    abort.abort()
    await expect.poll(() => jobs.running).toBe(0)
    expect((await answer).status).toBe(503)
  })
})

describe('the list', () => {
  test('can be narrowed by process, status, time, duration and number', async () => {
    const path = await startJob(app, { message: 'x' }, 'echo')
    await until(app, path, isOver)
    const idsOf = async (query: string) =>
      ((await (await app.request(`/api/jobs?${query}`)).json()) as { jobs: Status[] }).jobs.map(({ jobID }) => jobID)
    const id = String(path.split('/').at(-1))
    for (const query of [
      'processID=echo',
      'status=successful,failed',
      'type=process',
      'datetime=2020-01-01T00:00:00Z/..',
      'maxDuration=60',
    ])
      expect(await idsOf(query), query).toContain(id)
    for (const query of ['processID=overlay', 'status=failed', 'datetime=../2020-01-01T00:00:00Z', 'minDuration=60'])
      expect(await idsOf(query), query).not.toContain(id)
    expect((await idsOf('limit=1')).length).toBe(1)
    for (const query of ['status=nothing', 'limit=0', 'type=x', 'datetime=yesterday', 'minDuration=-1'])
      expect((await app.request(`/api/jobs?${query}`)).status, query).toBe(400)
  })

  test('outlives the server: finished jobs with their results, and unfinished ones as failed', async () => {
    const done = await startJob(app, near)
    await until(app, done, isOver)
    const before = await (await app.request(`${done}/results`)).json()
    const running = await startJob(app, { message: 'x', pause: 20 }, 'echo')
    await until(app, running, ({ status }) => status === 'running')
    const [old] = [jobs]
    open()
    expect(await statusOf(app, done)).toMatchObject({ status: 'successful', progress: 100 })
    expect(await (await app.request(`${done}/results`)).json()).toEqual(before)
    expect(await statusOf(app, running)).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('ended before'),
    })
    await old.close()
  })
})
