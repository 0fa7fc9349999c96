import { readFileSync } from 'node:fs'
import { parameterNames } from '#server/engine/compose.ts'
import type { BoundParameter, Session } from '#server/engine/engine.ts'

const kept = new Map<string, readonly string[]>()

function statementsOf(path: string): readonly string[] {
  const known = kept.get(path)
  if (known) return known
  const text = readFileSync(new URL(path, import.meta.url), 'utf8')
  const statements = text
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement.replace(/^--.*$/gm, '').trim() !== '')
  kept.set(path, statements)
  return statements
}

type Parameters = Readonly<Record<string, BoundParameter>>

/** Run every statement of a `.sql` file beside this one with those of the parameters that it names. */
export async function runFile(session: Session, path: string, parameters: Parameters = {}): Promise<void> {
  for (const sql of statementsOf(path)) {
    const named = parameterNames(sql).flatMap((name) => {
      const parameter = parameters[name]
      return parameter === undefined ? [] : [[name, parameter] as const]
    })
    await session.rows({ sql, parameters: Object.fromEntries(named) })
  }
}

/** The geodesic macros of prepare and those of this folder, for this session only. */
export async function loadMacros(session: Session): Promise<void> {
  for (const path of ['../../prepare/macros.sql', 'macros.sql']) {
    for (const sql of statementsOf(path)) {
      await session.rows({
        sql: sql.replace('create or replace macro', 'create or replace temp macro'),
        parameters: {},
      })
    }
  }
}
