import type { Upload } from '#web/drop/overlay-upload.ts'

export const relations = ['within', 'intersects', 'nearest', 'overlap_area'] as const
export type Relation = (typeof relations)[number]

/** Kilometres; the engine measures no farther (`server/processes/overlay`). */
export const distances_km = [1, 2, 5, 10, 20, 50] as const
export const manyNearest = [1, 3, 5, 10] as const

/** What the reader asks of the file and one collection of the atlas. */
export interface Question {
  readonly collection: string
  readonly relation: Relation
  readonly distance_km: number
  readonly k: number
  readonly nameColumn: string | null
}

/** The inputs of the overlay process: the features of the collection on the left, the reader's own on the right. */
export const inputsOf = ({ collection, relation, distance_km, k }: Question, upload: Upload): object => ({
  left: { collection },
  right: upload.collection,
  relation,
  ...(relation === 'within' && { distance_m: distance_km * 1000 }),
  ...(relation === 'nearest' && { k }),
})
