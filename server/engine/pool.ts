import type { DuckDBConnection, DuckDBInstance, DuckDBPreparedStatement } from '@duckdb/node-api'

const statementsKept = 100

/** A connection that runs one query at a time and remembers the statements it has prepared. */
export class PooledConnection {
  readonly connection: DuckDBConnection
  readonly #statements = new Map<string, DuckDBPreparedStatement>()

  constructor(connection: DuckDBConnection) {
    this.connection = connection
  }

  /** Parsing and planning take longer than most answers, so a statement is kept until a hundred others came after it. */
  async prepared(sql: string): Promise<DuckDBPreparedStatement> {
    const statement = this.#statements.get(sql) ?? (await this.connection.prepare(sql))
    this.#statements.delete(sql)
    this.#statements.set(sql, statement)
    const [oldest] = this.#statements.keys()
    if (this.#statements.size > statementsKept && oldest !== undefined) this.forget(oldest)
    return statement
  }

  has(sql: string): boolean {
    return this.#statements.has(sql)
  }

  forget(sql: string): void {
    this.#statements.get(sql)?.destroySync()
    this.#statements.delete(sql)
  }

  close(): void {
    for (const sql of [...this.#statements.keys()]) this.forget(sql)
    this.connection.closeSync()
  }
}

/** A connection on which some views stand before the tables. */
export async function connectWith(instance: DuckDBInstance, views: readonly string[]): Promise<DuckDBConnection> {
  const connection = await instance.connect()
  for (const view of views) await connection.run(view)
  return connection
}

/** Lends connections, in order of asking. Interrupting one connection never touches another's query. */
export class ConnectionPool {
  readonly #idle: PooledConnection[]
  readonly #all: readonly PooledConnection[]
  readonly #waiting: ((connection: PooledConnection) => void)[] = []

  private constructor(connections: readonly PooledConnection[]) {
    this.#all = connections
    this.#idle = [...connections]
  }

  /** @param views statements that each connection begins with */
  static async open(instance: DuckDBInstance, size: number, views: readonly string[] = []): Promise<ConnectionPool> {
    const connections = await Promise.all(Array.from({ length: size }, () => connectWith(instance, views)))
    return new ConnectionPool(connections.map((connection) => new PooledConnection(connection)))
  }

  get size(): number {
    return this.#all.length
  }

  get busy(): number {
    return this.#all.length - this.#idle.length
  }

  /** An idle connection, best one that has prepared this statement before; else the next that is given back. */
  async borrow(sql = ''): Promise<PooledConnection> {
    const known = this.#idle.findIndex((pooled) => pooled.has(sql))
    const [prepared] = known < 0 ? [] : this.#idle.splice(known, 1)
    return prepared ?? this.#idle.pop() ?? new Promise((resolve) => this.#waiting.push(resolve))
  }

  giveBack(connection: PooledConnection): void {
    const next = this.#waiting.shift()
    if (next) next(connection)
    else this.#idle.push(connection)
  }

  interruptAll(): void {
    for (const { connection } of this.#all) connection.interrupt()
  }

  close(): void {
    for (const connection of this.#all) connection.close()
  }
}
