import { readFileSync } from 'node:fs'
import { type IndicatorId, indicators } from '#data/catalog.ts'
import type { Indicator } from '#data/define.ts'

/** Place, class and amounts in the order of `columns`, comma-joined; with the bounds that pairs at a ring's edge allow. */
type GoldenRow = string | readonly [string, Readonly<Record<string, Bounds>>]
/** Least and most, and whether no value is possible too. */
type Bounds = readonly [number, number, boolean]

interface GoldenRing {
  readonly radius_km: number
  readonly edge?: Readonly<Record<string, readonly [number, number]>>
  readonly [count: string]: unknown
}

export interface GoldenNearest {
  /** Several where they are equally near. */
  readonly ids: readonly string[]
  readonly distance_m: number
}

export interface GoldenReport {
  readonly mine_id: string
  readonly is_located: boolean
  readonly uncertainty_m: number
  readonly mine_dataset: 'pilot_mines' | 'mines'
  /** With near as within 10 km. */
  readonly tier: string
  readonly nearest_counted_area: GoldenNearest | null
  readonly incidents_linked: number
  readonly rings: readonly GoldenRing[]
  readonly nearest_area: GoldenNearest | null
  readonly nearest_community: GoldenNearest | null
  readonly nearest_incident: GoldenNearest | null
}

interface Golden {
  readonly as_of: string
  readonly sources: Readonly<Record<string, string>>
  readonly questions: Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>>
  readonly columns: readonly string[]
  readonly answers: Readonly<Record<string, Readonly<Record<string, readonly GoldenRow[]>>>>
  readonly reports: readonly GoldenReport[]
}

type Answers = Golden['answers']
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
const computed = read('indicators.json') as Golden
/** Each pilot mine by itself, in a file of its own. */
const eachMine = read('indicators-mines.json') as Answers

/** What `indicators.py` computed. */
export const golden: Golden = {
  ...computed,
  answers: Object.fromEntries(
    Object.entries(computed.answers).map(([id, answers]) => [id, { ...answers, ...eachMine[id] }]),
  ),
}

/** Amounts of a place or class, by column. */
export type Amounts = Readonly<Record<string, number | null>>
export interface GoldenAmounts {
  readonly key: string
  readonly amounts: Amounts
  readonly bounds: Readonly<Record<string, Bounds>>
}

const keyOf = (place: string | undefined, classId: string | null | undefined): string => `${place}/${classId ?? ''}`

/** The golden amounts of a question, by place and class. */
export function goldenAmounts(indicatorId: string, question: string): GoldenAmounts[] {
  const rows = golden.answers[indicatorId]?.[question] ?? []
  return rows.map((row) => {
    const [text, bounds] = typeof row === 'string' ? [row, {}] : row
    const [place, classId, ...cells] = text.split(',')
    const names = golden.columns.slice(2)
    const amounts = names.map((name, position) => [name, cells[position] ? Number(cells[position]) : null])
    return { key: keyOf(place, classId), amounts: Object.fromEntries(amounts), bounds }
  })
}

interface Answer {
  readonly places: readonly (Amounts & {
    readonly place_id: string
    readonly classes: readonly (Amounts & { readonly class_id: string })[]
  })[]
}

/** The amounts of an answer of the API, by place and class. */
export function answeredAmounts({ places }: Answer): Map<string, Amounts> {
  const entries = places.flatMap((place): [string, Amounts][] => [
    [keyOf(place.place_id, null), place],
    ...place.classes.map((one): [string, Amounts] => [keyOf(place.place_id, one.class_id), one]),
  ])
  return new Map(entries)
}

/** The query of the API for a golden question: what the indicator does not take is left out. */
export function queryOf(indicatorId: IndicatorId, question: string): URLSearchParams {
  const declared: readonly string[] = (indicators[indicatorId] as Indicator).parameters
  const given = Object.entries(golden.questions[question] ?? {}).filter(([name]) => declared.includes(name))
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
}

/**
 * How far an amount may be from the golden one (or its bounds): nothing for counts, 5 m or 0.1 % for distances, 0.01 % for
 * areas, whose bounds hold what a ring of 128 corners lacks of the circle.
 */
function toleranceOf(indicatorId: string, key: string, expected: number): number {
  const rounding = 1e-6 * Math.abs(expected)
  if (key.endsWith('/median_km')) return Math.max(0.005, 0.001 * Math.abs(expected))
  return indicatorId === 'EN-05' ? 1e-4 * Math.abs(expected) : rounding
}

function isWithin(actual: number | null, [least, most, mayLack]: Bounds, tolerance: number): boolean {
  return actual === null ? mayLack : actual >= least - tolerance && actual <= most + tolerance
}

/** Every amount of a row that differs from the golden one, in words. */
export function differences(indicatorId: string, wanted: GoldenAmounts, answered: Amounts | undefined): string[] {
  return Object.entries(wanted.amounts).flatMap(([column, expected]) => {
    if (answered !== undefined && !(column in answered)) return []
    const actual = answered?.[column] ?? null
    if (expected === null || actual === null) {
      const may = wanted.bounds[column]
      return expected === actual || may?.[2] ? [] : [`${wanted.key} ${column}: ${actual}, golden ${expected}`]
    }
    const bounds = wanted.bounds[column] ?? [expected, expected, false]
    const isEqual = isWithin(actual, bounds, toleranceOf(indicatorId, wanted.key, expected))
    return isEqual
      ? []
      : [`${wanted.key} ${column}: ${actual}, golden ${bounds[0] === bounds[1] ? expected : bounds.slice(0, 2)}`]
  })
}
