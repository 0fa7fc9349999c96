import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { incidentReports } from '#data/datasets/incident-reports.ts'
import { mines as icmmMines } from '#data/datasets/mines.ts'
import { pilotMines } from '#data/datasets/pilot-mines.ts'
import { protectedAreas } from '#data/datasets/protected-areas.ts'
import type { Dataset } from '#data/define.ts'
import { numberOf } from '#server/prepare/database.ts'
import { loadDataset } from '#server/prepare/load.ts'
import { placesFor } from '#test/prepare/places.ts'
import { shippedRows } from '#test/prepare/small-world.ts'
import { openBench, temporaryFolder } from '#test/prepare/workbench.ts'

let bench: Awaited<ReturnType<typeof openBench>>
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

async function load(dataset: Dataset, text: string) {
  using folder = temporaryFolder()
  const path = join(folder.path, dataset.source.file)
  writeFileSync(path, text)
  return await loadDataset(bench, placesFor(dataset), [path])
}

const mines = shippedRows('pilot-mines.csv').filter(({ iso3 }) => iso3 === 'ZMB' || iso3 === 'COD')
const csv = (rows: readonly Record<string, string>[]) => stringify([...rows], { header: true })
const [mine = {}] = mines

/** Load the mine with some cells changed beside an unchanged one, and say what became of it. */
async function fateOf(change: Record<string, string>) {
  const other = { ...mine, mine_id: 'other' }
  const { rejects, findings } = await load(pilotMines, csv([{ ...mine, ...change }, other]))
  expect(rejects.every(({ rowNumber }) => rowNumber === 2)).toBe(true)
  return { rejects, findings: findings.filter(({ rowNumber }) => rowNumber === 2) }
}

describe('a record is set aside', () => {
  it.each([
    [{ latitude: '-91' }, 'latitude', '-91 is below -90'],
    [{ longitude: '181' }, 'longitude', '181 is above 180'],
    [{ latitude: '10°15′S' }, 'latitude', '"10°15′S" is not a number'],
    [{ start_year: 'about 2009' }, 'start_year', '"about 2009" is not a number'],
    [{ start_year: '2009.5' }, 'start_year', '2009.5 is not a whole number'],
    [{ cn_share_pct: '1,5' }, 'cn_share_pct', '"1,5" is not a number'],
    [{ mine_id: '' }, 'mine_id', 'is empty'],
    [{ mine_id: 'other', mine_name: '' }, 'mine_name', 'is empty'],
    [{ dev_stat: 'Operating' }, 'dev_stat', '"Operating" is not in the vocabulary "Mine status"'],
    [{ asset_type: 'Mine;Shop' }, 'asset_type', '"Mine;Shop" is not in the vocabulary "Asset type"'],
    [{ source_date: '2023-02-30' }, 'source_date', '"2023-02-30" is not a date (YYYY-MM-DD)'],
    [{ source_date: '18/07/2023' }, 'source_date', '"18/07/2023" is not a date (YYYY-MM-DD)'],
    [{ source_url: 'see the annual report' }, 'source_url', /does not fit/],
    [{ region_id: 'EUR', dev_stat: '?' }, 'region_id; dev_stat', /"EUR".*; "\?"/],
  ])('%j', async (change, column, reason) => {
    const { rejects } = await fateOf(change as Record<string, string>)
    expect(rejects).toHaveLength(1)
    expect(rejects[0]?.column).toBe(column)
    if (typeof reason === 'string') expect(rejects[0]?.reason).toBe(reason)
    else expect(rejects[0]?.reason).toMatch(reason)
    expect(rejects[0]?.rawText).toContain(mine.mine_name_zh)
  })

  it('as the second of its id, never the first', async () => {
    const { accepted, rejects } = await load(pilotMines, csv([mine, { ...mine, mine_name: 'again' }]))
    expect(accepted).toBe(1)
    expect(rejects).toMatchObject([{ rowNumber: 3, column: 'mine_id', reason: `"${mine.mine_id}" is there twice` }])
  })
})

describe('a record is kept but flagged', () => {
  it('far outside its country, with the distance', async () => {
    const { rejects, findings } = await fateOf({ iso3: 'ZMB', latitude: '-5', longitude: '25' })
    expect(rejects).toEqual([])
    expect(findings).toMatchObject([{ rule: 'outside_stated_country', kind: 'flagged' }])
    expect(findings[0]?.detail).toMatch(/^in COD, 55[0-9]\.\d km outside ZMB$/)
  })

  it('where its region is not that of its country', async () => {
    const { findings } = await fateOf({ iso3: 'ZMB', latitude: '-15', longitude: '25', region_id: 'SEA' })
    expect(findings).toMatchObject([{ rule: 'region_differs', detail: 'ZMB counts for AFR, the row says SEA' }])
  })

  it('where it speaks of a mine that is not there', async () => {
    const [report = {}] = shippedRows('incident-reports.csv').filter(({ mine_id }) => mine_id === 'zm-chambishi')
    const rows = [
      report,
      { ...report, incident_id: 'other', mine_id: 'zm-nowhere' },
      { ...report, incident_id: 'none', mine_id: '' },
    ]
    const { findings } = await load(incidentReports, csv(rows))
    expect(findings.filter(({ rule }) => rule === 'mine_unknown')).toMatchObject([{ rowNumber: 3, featureId: 'other' }])
  })

  it('where the source names a country in words and the place is in another', async () => {
    const row = {
      ICMMID: 'ICMM1',
      'Mine Name': 'Lonshi',
      Latitude: '-9.9',
      Longitude: '25',
      Country: 'Zambia',
      'Confidence Factor': 'High',
      'Asset Type': 'Mine',
      'Primary Commodity': 'copper',
    }
    const { findings } = await load(icmmMines, csv([row, { ...row, ICMMID: 'ICMM2', Latitude: '-10.1' }]))
    expect(findings).toMatchObject([{ featureId: 'ICMM1', rule: 'stated_country_differs', kind: 'flagged' }])
    expect(findings[0]?.detail).toMatch(/^stated Zambia, in COD, 11\.\d km outside ZMB$/)
  })

  it('but not a little off the coast or border', async () => {
    expect((await fateOf({ iso3: 'ZMB', latitude: '-9.99', longitude: '25' })).findings).toEqual([])
    expect((await fateOf({ iso3: 'ZMB', latitude: '-15', longitude: '30.04' })).findings).toEqual([])
  })
})

describe('the law of the quarantine', () => {
  const damage = fc.record({
    row: fc.nat(mines.length - 1),
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    kind: fc.constantFrom('delete', 'insert', 'replace'),
    text: fc.constantFrom('"', '""', ',', ';', '−', '�', '\\', 'x', '0', ' ', '9'.repeat(400), '中'),
  })

  it('holds for any damage: accepted and set aside are the records read', async () => {
    const [header = '', ...lines] = csv(mines).trimEnd().split('\n')
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 12 }), async (damages) => {
        const broken = [...lines]
        for (const { row, at, kind, text } of damages) {
          const line = broken[row] ?? ''
          const place = Math.floor(at * line.length)
          broken[row] =
            line.slice(0, place) + (kind === 'delete' ? '' : text) + line.slice(place + (kind === 'insert' ? 0 : 1))
        }
        const { read, accepted, rejects } = await load(pilotMines, [header, ...broken, lines[0], ''].join('\n'))
        expect(accepted + rejects.length).toBe(read)
        expect(await numberOf(bench.connection, 'select count(*) from pilot_mines')).toBe(accepted)
        expect(new Set(rejects.map(({ rowNumber }) => rowNumber)).size).toBe(rejects.length)
        expect(accepted).toBeGreaterThanOrEqual(lines.length - new Set(damages.map(({ row }) => row)).size)
      }),
      { numRuns: 150, seed: 11 },
    )
  })

  it('holds for protected areas, whose rows are derived from', async () => {
    const areas = shippedRows('protected-areas.csv').slice(0, 40)
    const broken = areas.map((area, index) => (index % 4 === 0 ? { ...area, rep_area_km2: '-5' } : area))
    const { read, accepted, rejects } = await load(protectedAreas, csv(broken))
    expect([read, accepted, rejects.length]).toEqual([40, 30, 10])
  })
})
