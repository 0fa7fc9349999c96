import type { Property } from '#server/cql2/ast.ts'
import type { FilterCrs } from '#server/cql2/crs.ts'
import { Cql2Error, excerpt } from '#server/cql2/error.ts'
import type { Queryable, Queryables } from '#server/cql2/queryables.ts'
import type { BoundParameter } from '#server/engine/engine.ts'

/** SQL types that a value of a filter is cast to. */
type CastType = 'varchar' | 'double' | 'bigint' | 'boolean' | 'date' | 'timestamp'

/** What the parts of a filter share while they become SQL: what they may name, and the values that they bind. */
export class Scope {
  readonly crs: FilterCrs
  readonly #queryables: Queryables
  readonly #parameters: Record<string, BoundParameter> = {}
  readonly #prefix: string

  constructor(queryables: Queryables, crs: FilterCrs, prefix: string) {
    this.#queryables = queryables
    this.crs = crs
    this.#prefix = prefix
  }

  get parameters(): Readonly<Record<string, BoundParameter>> {
    return this.#parameters
  }

  /** @throws Cql2Error for a name that is no queryable of the collection */
  queryable({ name, place }: Property): Queryable {
    const found = this.#queryables.get(name)
    if (found !== undefined) return found
    const known = [...this.#queryables.keys()].join(', ')
    throw new Cql2Error(`unknown property ${excerpt(name)} (known are ${known})`, place)
  }

  /** A value as a named parameter with its type: the only way from a filter into a statement. */
  bind(value: string | number | boolean, type: CastType): string {
    const name = `${this.#prefix}${Object.keys(this.#parameters).length + 1}`
    this.#parameters[name] = { type: parameterType(value, type), value }
    return `cast($${name} as ${type})`
  }
}

function parameterType(value: string | number | boolean, type: CastType): BoundParameter['type'] {
  if (typeof value === 'string') return 'string'
  if (typeof value === 'boolean') return 'boolean'
  return type === 'bigint' ? 'bigint' : 'double'
}
