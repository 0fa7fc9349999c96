import type { Session } from '#server/engine/engine.ts'
import { loadMacros, runFile } from '#server/processes/overlay/files.ts'
import type { OverlayInputs, Side, SideName } from '#server/processes/overlay/inputs.ts'
import { resultOf } from '#server/processes/overlay/result.ts'
import { type Box, sideQuery } from '#server/processes/overlay/sides.ts'
import { OverlayWork } from '#server/processes/overlay/work.ts'
import type { RunContext } from '#server/processes/process.ts'

const metresPerDegree = 110_000

/** Where features of the other side have to lie to be within reach; undefined where that would leave nothing out. */
function grown([west, south, east, north]: Box, reachM: number): Box | undefined {
  const tall = reachM / metresPerDegree
  const highest = Math.max(Math.abs(south), Math.abs(north)) + tall
  const wide = highest >= 89 ? 360 : tall / Math.cos((highest * Math.PI) / 180)
  const box: Box = [west - wide, Math.max(south - tall, -90), east + wide, Math.min(north + tall, 90)]
  return box[0] < -180 || box[2] > 180 ? undefined : box
}

async function makeSide(session: Session, side: Side, name: SideName, box?: Box): Promise<Box | undefined> {
  await session.rows(sideQuery(side, name, box))
  const [extent] = await session.rows({
    sql: `select min(s.west) as west, min(s.south) as south, max(s.east) as east, max(s.north) as north
from side_${name} as s`,
    parameters: {},
  })
  if (extent === undefined || extent.west === null) return undefined
  return [Number(extent.west), Number(extent.south), Number(extent.east), Number(extent.north)]
}

/** Both sides as tables; the second one only where it can matter to the first. */
async function makeSides(session: Session, { left, right, relation, distanceM }: OverlayInputs): Promise<void> {
  const order: readonly (readonly [Side, SideName])[] =
    right.kind === 'upload'
      ? [
          [right, 'right'],
          [left, 'left'],
        ]
      : [
          [left, 'left'],
          [right, 'right'],
        ]
  let box: Box | undefined
  for (const [side, name] of order) {
    const extent = await makeSide(session, side, name, box)
    box = extent && relation !== 'nearest' ? grown(extent, distanceM) : undefined
  }
}

/**
 * Overlay two sides on a session of their own. Distances are those of the geodesic on WGS 84 to the nearest place of edges that run straight
 * in longitude and latitude; areas are those of the ellipsoid (docs/decisions/0031).
 */
export function runOverlay(
  inputs: OverlayInputs,
  { engine, signal, timeoutMs, onProgress }: RunContext,
): Promise<string> {
  return engine.session(
    async (session) => {
      await loadMacros(session)
      await makeSides(session, inputs)
      onProgress(10)
      await runFile(session, 'tables.sql')
      await new OverlayWork(session, inputs, onProgress).run()
      return resultOf(session, inputs, engine.manifest.snapshot)
    },
    { signal, timeoutMs },
  )
}
