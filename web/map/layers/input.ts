import type { Layer as Declaration } from '#data/encoding.ts'
import type { Feature } from '#web/api/features.ts'
import type { Theme } from '#web/encoding/palette.ts'
import type { DrawnDataset } from '#web/state/view.ts'

/** All that a builder needs to draw one declared layer; the same input gives the same layer. */
export interface LayerInput {
  readonly id: DrawnDataset
  readonly declaration: Declaration
  readonly features: readonly Feature[]
  readonly theme: Theme
  /** Zoom in half steps: layers change their kind with it, never while it stays. */
  readonly zoom: number
  /** Features that stand out, all others step back; null: all are equal. */
  readonly marked: ReadonlySet<string> | null
}

/** How far a feature steps back behind the marked ones. */
export const opacityOf = ({ marked }: LayerInput, id: string): number => (marked === null || marked.has(id) ? 1 : 0.18)
