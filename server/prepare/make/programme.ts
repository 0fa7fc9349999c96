import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { codesOf } from '#data/vocabularies.ts'
import { sourceFolder } from '#server/prepare/make/duck.ts'

const seed = 2016
const pilotsPerRegion = 10
/** Region and issue that no pilot works on, so that the coverage matrix has empty cells to show. */
const gaps: Readonly<Record<string, readonly string[]>> = {
  AFR: ['FO'],
  LAC: ['VC', 'OG'],
  SEA: ['HR', 'FO'],
  CAS: ['HR', 'VC', 'OHS'],
}
const partners = ['Project Management Unit', 'Company and host-country university', 'Company and local administration']

interface Mine {
  readonly mine_id: string
  readonly region_id: string
}

/** Numbers in 0..1 that are the same for the same seed (mulberry32). */
function randomOf(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T

function sample<T>(list: readonly T[], count: number, random: () => number): T[] {
  const drawn = list.map((one) => ({ one, order: random() })).sort((a, b) => a.order - b.order)
  return drawn.slice(0, count).map(({ one }) => one)
}

/** A day in 2017, 2018 or the first half of 2019, as ISO text. */
function dayOf(random: () => number, firstMonth: number, months: number): string {
  const month = firstMonth + Math.floor(random() * months)
  return new Date(Date.UTC(2017, month, 1 + Math.floor(random() * 28))).toISOString().slice(0, 10)
}

function pilotOf(mine: Mine, number: number, random: () => number) {
  const stage = pick(codesOf('pilot_stage'), random)
  const issues = codesOf('guideline_issue').filter((issue) => !gaps[mine.region_id]?.includes(issue))
  const drawn = new Set(sample(issues, 1 + Math.floor(random() * 3), random))
  const hasBegun = stage !== 'CANDIDATE'
  const hasEnded = stage === 'COMPLETED' || stage === 'WITHDRAWN'
  return {
    pilot_id: `P${String(number).padStart(2, '0')}`,
    mine_id: mine.mine_id,
    stage,
    issues: codesOf('guideline_issue')
      .filter((issue) => drawn.has(issue))
      .join(';'),
    start_date: hasBegun ? dayOf(random, 0, 18) : '',
    end_date: hasEnded ? dayOf(random, 20, 16) : '',
    lead_partner: pick(partners, random),
    is_illustrative: 'true',
    note: 'Invented to show the page; not a statement about this mine',
  }
}

/** Write `programme.csv`: invented pilots for ten mines of each region, the same at every run. */
export const makeProgramme = async (): Promise<string> => {
  const mines: Mine[] = parse(readFileSync(join(sourceFolder, 'pilot-mines.csv'), 'utf8'), { columns: true })
  const random = randomOf(seed)
  const chosen = codesOf('region').flatMap((region) =>
    sample(
      mines.filter((mine) => mine.region_id === region),
      pilotsPerRegion,
      random,
    ),
  )
  const pilots = chosen.map((mine, index) => pilotOf(mine, index + 1, random))
  writeFileSync(join(sourceFolder, 'programme.csv'), stringify(pilots, { header: true }))
  return `programme.csv: ${pilots.length} invented pilots`
}
