/** A query-time overlay as text: what it reads and how it is computed. */
export interface Relation {
  readonly inputs: readonly string[]
  readonly sql: string
}

const question = /^--[^\n]*\n/
const leadingWith = /^with\s+/i

/** The overlays that `inputs` rest on, each once, every one after those it reads. */
function inOrder(inputs: readonly string[], relations: ReadonlyMap<string, Relation>): string[] {
  const ordered: string[] = []
  const open = new Set<string>()
  const visit = (id: string): void => {
    const relation = relations.get(id)
    if (relation === undefined || ordered.includes(id)) return
    if (open.has(id)) throw new Error(`overlay ${id} rests on itself`)
    open.add(id)
    for (const input of relation.inputs) visit(input)
    open.delete(id)
    ordered.push(id)
  }
  for (const input of inputs) visit(input)
  return ordered
}

/** Whether a statement reads a table or overlay of this name. */
export const reads = (sql: string, id: string): boolean => new RegExp(`\\b(from|join)\\s+${id}\\b`).test(sql)

const indented = (sql: string): string => sql.replace(/^(?=.)/gm, '  ')

/**
 * One statement: the query with the query-time overlays it rests on in front of it as common table expressions.
 * The comment with the question stays on top. Names of tables in the snapshot are left alone.
 * @param inputs names of tables and overlays that the query may read; an overlay that this one leaves unread stays away
 * @param relations query-time overlays by id
 */
export function compose(sql: string, inputs: readonly string[], relations: ReadonlyMap<string, Relation>): string {
  const [comment = ''] = question.exec(sql) ?? []
  const body = sql.slice(comment.length).trim()
  const read = inputs.filter((id) => reads(body, id))
  const parts = inOrder(read, relations).map(
    (id) => `${id} as (\n${indented((relations.get(id) as Relation).sql.trim())}\n)`,
  )
  if (parts.length === 0) return `${comment}${body}\n`
  const own = leadingWith.test(body)
  const rest = own ? body.replace(leadingWith, '') : body
  return `${comment}with ${parts.join(',\n')}${own ? ',' : ''}\n${rest}\n`
}

/** Names of the parameters in a statement, in order of first use; comments and text literals do not count. */
export function parameterNames(sql: string): string[] {
  const code = sql.replace(/--[^\n]*|'(?:[^']|'')*'/g, ' ')
  return [...new Set([...code.matchAll(/\$([a-z_][a-z0-9_]*)/g)].map((match) => match[1] as string))]
}
