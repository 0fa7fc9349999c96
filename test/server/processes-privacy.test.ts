import { expect, test } from 'vitest'
import { overlay, send, square, startJob, until } from '#test/setup/execute.ts'
import { tinyApp } from '#test/setup/tiny-app.ts'

const tiny = tinyApp()
const everywhere = square(-180, -85, 180, 85)

test('a restricted report is on neither side of any overlay, nor in a count, and no filter finds it', async () => {
  for (const relation of [
    { relation: 'intersects' },
    { relation: 'within', distance_m: 50_000 },
    { relation: 'nearest', k: 10 },
  ]) {
    const left = await overlay(tiny.app, { left: { collection: 'incident_reports' }, right: everywhere, ...relation })
    const right = await overlay(tiny.app, {
      left: { collection: 'pilot_mines' },
      right: { collection: 'incident_reports' },
      ...relation,
    })
    expect(JSON.stringify([left, right])).not.toMatch(/i9|Restricted failure/)
    expect(left.left).toMatchObject({ features: 8, too_coarse: 1 })
  }
  const filter = "incident_id = 'i9' OR sensitivity = 'RESTRICTED'"
  const found = await overlay(tiny.app, {
    left: { collection: 'incident_reports', filter },
    right: everywhere,
    relation: 'intersects',
  })
  expect(found).toMatchObject({ rows: [], left: { features: 0 } })
})

test('a generalised report is where it is told to be, and says that it is approximate', async () => {
  const filter = "incident_id = 'i7'"
  const { rows } = await overlay(tiny.app, {
    left: { collection: 'incident_reports', filter },
    right: everywhere,
    relation: 'intersects',
  })
  expect(rows).toMatchObject([{ left_id: 'i7', longitude: 1, latitude: 1, is_approx: true, uncertainty_m: 10_000 }])
})

test('mines of coarse location are left out of every relation', async () => {
  const { rows, left } = await overlay(tiny.app, {
    left: { collection: 'pilot_mines' },
    right: everywhere,
    relation: 'intersects',
  })
  expect(rows.map(({ left_id }) => left_id)).toEqual(['m1', 'm2', 'm3', 'm4'])
  expect(left).toMatchObject({ features: 4, too_coarse: 1 })
})

test('cells that a spreadsheet would run are guarded in the CSV of a job', async () => {
  const path = await startJob(tiny.app, {
    left: { collection: 'pilot_mines' },
    right: everywhere,
    relation: 'intersects',
  })
  await until(tiny.app, path, ({ status }) => status === 'successful')
  const csv = await (await tiny.app.request(`${path}/results?f=csv`)).text()
  expect(csv).toContain("'=Fourth mine")
  expect(csv).toContain('"First, ""deep"" mine"')
})

test('no answer names a file, a table or the engine', async () => {
  const answer = await send(tiny.app, {
    inputs: { left: { collection: 'mines', filter: 'commod1 = 5' }, right: everywhere, relation: 'intersects' },
  })
  expect(answer.status).toBe(400)
  expect(await answer.text()).not.toMatch(/side_left|duckdb|\.sql|\/work/i)
})
