import { expect, test } from 'vitest'
import { startJob, statusOf, until } from '#test/setup/execute.ts'
import { realApp } from '#test/setup/real-app.ts'

const real = realApp()
/** Minutes of work: every community beside every country's outline. */
const long = { left: { collection: 'host_communities' }, right: { collection: 'countries' }, relation: 'nearest', k: 3 }

test('a running overlay tells how far it is, and the engine stops within a second of its dismissal', async () => {
  const path = await startJob(real.app, long)
  const first = await until(real.app, path, ({ progress }) => progress >= 15)
  expect(first.progress).toBeLessThan(100)
  const dismissed = performance.now()
  expect((await real.app.request(path, { method: 'DELETE' })).status).toBe(200)
  await expect.poll(() => real.jobs.running, { interval: 10, timeout: 5_000 }).toBe(0)
  expect(performance.now() - dismissed).toBeLessThan(1_000)
  expect(await statusOf(real.app, path)).toMatchObject({ status: 'dismissed' })
})

test('light questions are answered while two overlays run', async () => {
  const paths = [await startJob(real.app, long), await startJob(real.app, long)]
  for (const path of paths) await until(real.app, path, ({ status }) => status === 'running')
  const times: number[] = []
  for (let index = 0; index < 20; index += 1) {
    const started = performance.now()
    expect((await real.app.request(`/api/collections/mines/items?f=json&limit=${index + 1}`)).status).toBe(200)
    times.push(performance.now() - started)
  }
  for (const path of paths) await real.app.request(path, { method: 'DELETE' })
  times.sort((a, b) => a - b)
  expect(times[10]).toBeLessThan(1_000)
})
