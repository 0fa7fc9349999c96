import { Problem } from '#server/problem.ts'
import { echo } from '#server/processes/echo.ts'
import { overlay } from '#server/processes/overlay/overlay.ts'
import type { Process } from '#server/processes/process.ts'

export const processes: readonly Process[] = [overlay, echo]

/** @throws {Problem} `unknown_process` */
export function findProcess(id: string): Process {
  const found = processes.find(({ description }) => description.id === id)
  if (found === undefined) throw new Problem('unknown_process')
  return found
}
