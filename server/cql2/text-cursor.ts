import { limits } from '#server/cql2/ast.ts'
import { Cql2Error, excerpt, type Place } from '#server/cql2/error.ts'
import type { Token } from '#server/cql2/text-tokens.ts'

const end: Token = { kind: 'end', text: '', value: '', position: 0 }

/** A place in the tokens of one filter, with the bounds that keep reading it cheap. */
export class Cursor {
  readonly #tokens: readonly Token[]
  #index = 0
  #depth = 0
  #vertices = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  /** The token `ahead` places further, without taking it. */
  peek(ahead = 0): Token {
    return this.#tokens[this.#index + ahead] ?? this.#tokens.at(-1) ?? end
  }

  take(): Token {
    const token = this.peek()
    this.#index += 1
    return token
  }

  is(value: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return (token.kind === 'symbol' || token.kind === 'word') && token.value === value
  }

  /** Take the symbol or keyword when it comes next. */
  skip(value: string): boolean {
    const found = this.is(value)
    if (found) this.#index += 1
    return found
  }

  /** @throws Cql2Error when something else comes next */
  expect(value: string): Token {
    if (!this.is(value)) throw this.unexpected(`expected ${excerpt(value)}`)
    return this.take()
  }

  /** The error that the next token does not belong there. */
  unexpected(hint?: string): Cql2Error {
    const { kind, text, position } = this.peek()
    const what = kind === 'end' ? 'unexpected end' : `unexpected ${text.startsWith("'") ? text : excerpt(text)}`
    return new Cql2Error(hint === undefined ? what : `${what} (${hint})`, { position })
  }

  /** Read a part inside brackets or an operator, counted so that recursion stays shallow. */
  nested<T>(read: () => T): T {
    if (this.#depth >= limits.depth) {
      throw new Cql2Error(`the filter is nested more than ${limits.depth} deep`, this.place())
    }
    this.#depth += 1
    const result = read()
    this.#depth -= 1
    return result
  }

  /** Items between brackets, separated by commas; at least one. */
  list<T>(read: () => T): T[] {
    this.expect('(')
    const items = this.nested(() => {
      const found = [read()]
      while (this.skip(',')) found.push(read())
      return found
    })
    this.expect(')')
    return items
  }

  countVertex(): void {
    this.#vertices += 1
    if (this.#vertices > limits.vertices) {
      throw new Cql2Error(`the filter's geometries have more than ${limits.vertices} positions`, this.place())
    }
  }

  place(): Place {
    return { position: this.peek().position }
  }
}
