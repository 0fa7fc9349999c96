import type { Engine, Value } from '#server/engine/engine.ts'
import { Problem } from '#server/problem.ts'
import type { MineReport } from '#server/routes/mine-schemas.ts'

/** @throws {Problem} `unknown_mine` */
export async function mineReport(
  _engine: Engine,
  _mineId: string,
  _values: Readonly<Record<string, Value>>,
  _signal: AbortSignal,
): Promise<MineReport> {
  throw new Problem('unknown_mine')
}
