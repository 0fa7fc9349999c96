import { convertOverlay } from '#server/processes/overlay/convert.ts'
import { readOverlayInputs } from '#server/processes/overlay/inputs.ts'
import { runOverlay } from '#server/processes/overlay/run.ts'
import { overlayDescription } from '#server/processes/overlay/schemas.ts'
import type { Process } from '#server/processes/process.ts'

/** Two collections, or a collection and shapes that a person sends, laid over each other. */
export const overlay: Process = {
  description: overlayDescription,
  accept(given) {
    const inputs = readOverlayInputs(given)
    return (context) => runOverlay(inputs, context)
  },
  convert: convertOverlay,
}
