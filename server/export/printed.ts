import type { BoundParameter, Query } from '#server/engine/engine.ts'

const literalOf = ({ type, value }: BoundParameter): string => {
  if (value === null) return 'null'
  if (typeof value !== 'string') return String(value)
  const text = `'${value.replaceAll("'", "''")}'`
  return type === 'date' ? `cast(${text} as date)` : text
}

const tokens = /--[^\n]*|'(?:[^']|'')*'|\$([a-z_][a-z0-9_]*)/g

/**
 * The statement with its values written into it, so that it can be run again by hand on the snapshot's database.
 * Comments and text literals stay as they are.
 */
export function printed({ sql, parameters }: Query): string {
  return sql.replace(tokens, (token, name: string | undefined) => {
    const parameter = name === undefined ? undefined : parameters[name]
    return parameter === undefined ? token : literalOf(parameter)
  })
}
