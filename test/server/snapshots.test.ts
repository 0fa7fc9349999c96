import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '#server/app.ts'
import { openDuckdb } from '#server/engine/duckdb.ts'
import { EngineHolder } from '#server/engine/engine-source.ts'
import { SnapshotShelf } from '#server/kept-snapshots.ts'
import { type Snapshot, snapshotOf } from '#server/snapshot.ts'
import { spatialPath } from '#test/setup/tables.ts'
import type { App, Tree } from '#test/setup/tiny-app.ts'
import { testLimits, writeTinySnapshot } from '#test/setup/tiny-world.ts'

/** In the older version m2 had another owner class, c6 was not listed, and a town stood where none stands now. */
const older = `
update pilot_mines set ownership_class = 'LISTED', cn_share_pct = 40 where mine_id = 'm2';
delete from host_communities where community_id = 'c6';
insert into host_communities (community_id, name, feature_code, iso3, region_id, latitude, longitude, population, geometry)
  values ('c9', 'Nineton', 'PPL', 'AAA', 'AFR', 1.5, 1.5, 900, st_point(1.5, 1.5));
update incident_reports set fatalities = 1 where incident_id = 'i9';
`

let dataDir: string
let shelf: SnapshotShelf
let app: App
let current: Awaited<ReturnType<typeof open>>

const open = async ({ database, manifest }: Snapshot) =>
  openDuckdb({
    file: database,
    manifest,
    spatial: await spatialPath(),
    limits: testLimits,
    exportFolder: join(dataDir, 'exports'),
  })

async function get(path: string): Promise<{ status: number; json: Tree }> {
  const response = await app.request(path)
  return { status: response.status, json: (await response.json()) as Tree }
}

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'smap-kept-'))
  await writeTinySnapshot(dataDir, '0a', older)
  await writeTinySnapshot(dataDir, '0b')
  const newest = snapshotOf(dataDir, '0b')
  if (newest === null) throw new Error('the snapshot was not written')
  shelf = new SnapshotShelf(dataDir, open)
  current = await open(newest)
  app = createApp({ engines: new EngineHolder(current), maxItems: 100, kept: shelf })
})
afterAll(async () => {
  await shelf.close()
  await current.close(0)
  rmSync(dataDir, { recursive: true, force: true })
})

describe('kept snapshots', () => {
  test('are listed with when they were made, which is current, and how many rows each dataset has', async () => {
    const { json } = await get('/api/snapshots')
    const listed = json.snapshots as unknown as {
      snapshot: string
      is_current: boolean
      rows: Record<string, number>
    }[]
    expect(listed.map(({ snapshot, is_current }) => [snapshot, is_current]).sort()).toEqual([
      ['0a', false],
      ['0b', true],
    ])
    expect(listed[0]?.rows.pilot_mines).toBe(5)
  })

  test('answer the questions of today: the same address with the name of the version', async () => {
    const now = await get('/api/collections/pilot_mines/items?f=json&ownership_class=LISTED')
    const then = await get('/api/collections/pilot_mines/items?f=json&ownership_class=LISTED&snapshot=0a')
    expect([now.json.snapshot, now.json.numberMatched]).toEqual(['0b', 1])
    expect([then.json.snapshot, then.json.numberMatched]).toEqual(['0a', 2])
    const report = await get('/api/mines/m2/report?snapshot=0a')
    expect(report.json.mine).toMatchObject({ ownership_class: 'LISTED', cn_share_pct: 40 })
  })

  test('are offered by the API document wherever they are taken, and nowhere else', async () => {
    const { json } = await get('/api/openapi.json')
    const paths = json.paths as unknown as Record<string, { get?: { parameters?: { $ref?: string }[] } }>
    const filled = (path: string) =>
      path
        .replace('{tileMatrix}/{tileRow}/{tileCol}', '0/0/0')
        .replace('{tileMatrixSetId}', 'WebMercatorQuad')
        .replace('{collectionId}', 'pilot_mines')
        .replace('{featureId}', 'm1')
        .replace('{indicatorId}', 'EN-01')
        .replace('{mineId}', 'm1')
        .replace('{processId}', 'overlay')
    const asked = Object.entries(paths).filter(
      ([path, { get: one }]) => one && !/\{(job|snapshot)Id|\/snapshots/.test(path),
    )
    const own = asked.filter(
      ([path]) => !/^\/collections\/[a-z_0-9]+\/items$/.test(path) || path.includes('pilot_mines'),
    )
    for (const [path, { get: one }] of own) {
      const isOffered = one?.parameters?.some(({ $ref }) => $ref?.endsWith('/snapshot')) ?? false
      const needed = path === '/search' ? 'q=mine&' : ''
      const { status, body } = await app.request(`/api${filled(path)}?${needed}snapshot=0a`)
      // An export that nobody reads keeps its turn until it is given up.
      await body?.cancel()
      if (isOffered) expect([path, status]).toEqual([path, 200])
      else if (path !== '/') expect([path, status]).toEqual([path, 400])
    }
  })

  test('of an unknown name are a problem, whatever is asked', async () => {
    expect((await get('/api/indicators/EN-01?snapshot=ff')).status).toBe(404)
    expect((await get('/api/snapshots/..%2F..%2Fetc/changes?dataset=mines')).status).toBe(404)
  })
})

describe('what became of the rows of a dataset', () => {
  test('names rows added, removed and changed, and each field with both values', async () => {
    const mines = await get('/api/snapshots/0a/changes?dataset=pilot_mines')
    expect(mines.json).toMatchObject({
      before: '0a',
      after: '0b',
      counts: { before: 5, after: 5, added: 0, removed: 0, changed: 1, same: 4 },
      changed_fields: [
        { field: 'cn_share_pct', n: 1 },
        { field: 'ownership_class', n: 1 },
      ],
      rows: [
        {
          key: 'm2',
          name_en: 'Second mine',
          name_zh: '二号矿',
          change: 'changed',
          fields: [
            { field: 'cn_share_pct', before: 40, after: null },
            { field: 'ownership_class', before: 'LISTED', after: 'PRIVATE' },
          ],
        },
      ],
    })
    const towns = await get('/api/snapshots/0a/changes?dataset=host_communities')
    expect(towns.json.counts).toEqual({ before: 6, after: 6, added: 1, removed: 1, changed: 0, same: 5 })
    expect(towns.json.rows).toMatchObject([
      { key: 'c6', change: 'added' },
      { key: 'c9', change: 'removed', name_en: 'Nineton' },
    ])
  })

  test('tells nothing of a restricted report', async () => {
    const { json } = await get('/api/snapshots/0a/changes?dataset=incident_reports')
    expect(json.counts).toMatchObject({ before: 9, after: 9, changed: 0 })
  })

  test('refuses a dataset that does not exist and parameters that mean nothing', async () => {
    expect((await get('/api/snapshots/0a/changes?dataset=nothing')).status).toBe(400)
    expect((await get('/api/snapshots/0a/changes?dataset=mines&more=1')).status).toBe(400)
    expect((await get('/api/snapshots/0a/changes?dataset=mines&limit=-1')).status).toBe(400)
  })
})
