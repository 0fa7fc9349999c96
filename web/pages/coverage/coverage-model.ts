import { type CodeOf, codesOf } from '#data/vocabularies.ts'
import type { CoverageCell, Issue, Pilot, PlaceId, Stage, StageCell } from '#web/api/committee-queries.ts'

export const places: readonly PlaceId[] = [...codesOf('region'), 'ALL']
export const issues: readonly Issue[] = codesOf('guideline_issue')
export const stages: readonly Stage[] = codesOf('pilot_stage')
const runningStages = new Set<Stage>(['AGREED', 'ASSESSMENT', 'IMPLEMENTATION', 'COMPLETED'])

/** Pilots that count: active or completed. */
export const runningOf = ({ active, completed }: Pick<CoverageCell, 'active' | 'completed'>): number =>
  active + completed

/** A region and an issue without any pilot that counts. */
export const isEmpty = (cell: CoverageCell): boolean => cell.place_id !== 'ALL' && runningOf(cell) === 0

/** One cell by place and code, whichever matrix it is of. */
export const cellAt = <Cell extends CoverageCell | StageCell>(
  cells: readonly Cell[],
  place: PlaceId,
  code: string,
): Cell | undefined => cells.find(({ cell_id }) => cell_id === `${place}:${code}`)

/** What a cell of either matrix is about: `AFR:EN`, `ALL:COMPLETED`, or all empty cells. */
export interface CellKey {
  readonly place: PlaceId
  readonly issue: Issue | null
  readonly stage: Stage | null
}

/** Reads `AFR:EN`; null for anything that is no cell. */
export function readCell(text: string | null): CellKey | null {
  const [place, code] = (text ?? '').split(':')
  const known = places.find((one) => one === place)
  const issue = issues.find((one) => one === code) ?? null
  const stage = stages.find((one) => one === code) ?? null
  return known === undefined || (issue === null && stage === null) ? null : { place: known, issue, stage }
}

/** The pilots that a cell counts: those planned and withdrawn too, because the cell shows them apart. */
export const pilotsIn = (pilots: readonly Pilot[], { place, issue, stage }: CellKey): readonly Pilot[] =>
  pilots.filter(
    (pilot) =>
      (place === 'ALL' || pilot.region_id === place) &&
      (issue === null || pilot.issues.split(';').includes(issue)) &&
      (stage === null || pilot.stage === stage),
  )

export const isRunning = ({ stage }: { readonly stage: CodeOf<'pilot_stage'> }): boolean => runningStages.has(stage)
