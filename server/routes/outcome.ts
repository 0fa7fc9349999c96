import { onlyText, type QueryTexts } from '#server/engine/parameters.ts'
import type { Reason } from '#server/problem.ts'

/** What reading one parameter gives: a value, or the reason why it cannot have that one. */
export type Outcome<T> = { readonly value: T } | { readonly reason: string }

/** Reads parameters one by one and keeps every reason, so that a person is told all of them at once. */
export class Reader {
  readonly errors: Reason[] = []
  readonly #query: QueryTexts

  constructor(query: QueryTexts) {
    this.#query = query
  }

  /** The value of one name, if it is there; a bad one is noted and counts as absent. */
  read<T>(name: string, parse: (text: string) => Outcome<T>): T | undefined {
    const texts = this.#query[name]
    if (texts === undefined) return undefined
    const only = onlyText(texts)
    const outcome = 'reason' in only ? only : parse(only.text)
    if ('value' in outcome) return outcome.value
    this.refuse(name, outcome.reason)
    return undefined
  }

  refuse(parameter: string, reason: string): void {
    this.errors.push({ parameter, reason })
  }
}

/** One of some texts, as what it stands for. */
export const oneOf =
  <T>(known: Readonly<Record<string, T>>) =>
  (text: string): Outcome<T> => {
    const value = Object.hasOwn(known, text) ? known[text] : undefined
    return value === undefined ? { reason: `must be one of ${Object.keys(known).join(', ')}` } : { value }
  }

/** A whole number in decimal digits. */
export const wholeFrom =
  (least: number) =>
  (text: string): Outcome<number> => {
    const value = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN
    return value >= least ? { value } : { reason: `must be a whole number, at least ${least}` }
  }
