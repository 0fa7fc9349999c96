import { limits } from '#server/cql2/ast.ts'
import { Cql2Error } from '#server/cql2/error.ts'

/** What a JSON filter has used up of its limits while it is read. */
export class Budget {
  #depth = 0
  #nodes = 1
  #vertices = 0

  countNode(pointer: string): void {
    this.#nodes += 1
    if (this.#nodes > limits.nodes) throw new Cql2Error(`the filter has more than ${limits.nodes} parts`, { pointer })
  }

  countVertex(pointer: string): void {
    this.#vertices += 1
    if (this.#vertices > limits.vertices) {
      throw new Cql2Error(`the filter's geometries have more than ${limits.vertices} positions`, { pointer })
    }
  }

  /** Read a deeper part, counted so that recursion stays shallow. */
  nested<T>(pointer: string, read: () => T): T {
    if (this.#depth >= limits.depth) {
      throw new Cql2Error(`the filter is nested more than ${limits.depth} deep`, { pointer })
    }
    this.#depth += 1
    const result = read()
    this.#depth -= 1
    return result
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An object's own member; what it inherits does not count. */
export function member(value: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined
}

/** @throws Cql2Error with that message when the value is no list */
export function itemsOf(value: unknown, pointer: string, message: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Cql2Error(message, { pointer })
  return value
}
