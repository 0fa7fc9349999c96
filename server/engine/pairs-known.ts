import type { Manifest, Query } from '#server/engine/engine.ts'
import { Problem } from '#server/problem.ts'

/** Overlays that list every pair. */
const pairLists = /\bmine_(area|community|incident)_pairs as \(/
/** What lists of features near mines rest on. */
const nearLists = /\bselected_pairs as \(/
/** Filters that leave some mines of a place and not others: the nearest mine of a feature may be one that is left out. */
const choices = ['commodity', 'status', 'ownership', 'precise_only'] as const

/**
 * Turn away a list of which a snapshot without every pair has only a part. Numbers that it can't tell are null in the statements
 * themselves (`pairs_kept`).
 * @throws {Problem} `needs_every_pair`
 */
export function refuseUnknown({ pairs }: Manifest, { sql, parameters }: Query): void {
  if (pairs !== 'nearest' || parameters.mine_dataset?.value !== 'mines' || !nearLists.test(sql)) return
  const isChosen = choices.some((name) => (parameters[name]?.value ?? false) !== false)
  if (!isChosen && !pairLists.test(sql)) return
  throw new Problem('needs_every_pair', {
    detail: 'Ask for pilot mines, by region or country only, or prepare fewer mines, or with a larger PAIR_BUDGET.',
  })
}
