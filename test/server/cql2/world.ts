import { readFileSync } from 'node:fs'
import type { DuckDBConnection } from '@duckdb/node-api'
import { compileCql2 } from '#server/cql2/compile.ts'
import type { Queryables } from '#server/cql2/queryables.ts'
import { parseCql2Text } from '#server/cql2/text.ts'
import { createTable, type Feature, openDatabase, oracleQueryables, select } from '#test/server/cql2/database.ts'

export type CollectionName = 'sites' | 'areas'
export const names = ['sites', 'areas'] as const
/** The features of the oracle (test/golden/cql2.py): sites are points, areas polygons. */
export const features = (
  JSON.parse(readFileSync(new URL('../../golden/cql2.json', import.meta.url), 'utf8')) as {
    features: Readonly<Record<CollectionName, readonly Feature[]>>
  }
).features
export const queryables: Readonly<Record<CollectionName, Queryables>> = {
  sites: oracleQueryables('point'),
  areas: oracleQueryables('polygon'),
}

/** The oracle's world in an engine of its own. */
export class World {
  readonly connection: DuckDBConnection

  constructor(connection: DuckDBConnection) {
    this.connection = connection
  }

  static async open(): Promise<World> {
    const connection = await openDatabase()
    for (const name of names) await createTable(connection, name, features[name])
    return new World(connection)
  }

  /** Ids of the features that a text filter selects. */
  run(on: CollectionName, text: string): Promise<number[]> {
    return select(this.connection, on, compileCql2(parseCql2Text(text), queryables[on]))
  }

  async runOnBoth(text: string): Promise<number[][]> {
    return [await this.run('sites', text), await this.run('areas', text)]
  }
}

/** Names of the queryables of these types. */
export const ofType = (on: CollectionName, ...types: string[]): string[] =>
  [...queryables[on]].filter(([, { type }]) => types.includes(type)).map(([name]) => name)

/** Ids that are in both. */
export const common = (a: readonly number[], b: readonly number[]): number[] => a.filter((id) => b.includes(id))
