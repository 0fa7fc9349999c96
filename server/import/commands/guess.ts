import { existsSync, writeFileSync } from 'node:fs'
import { parse } from 'node:path'
import { guessColumns, guessedMapping } from '#server/import/map/guess.ts'
import type { UnknownSchema } from '#server/import/match.ts'
import { failed, question } from '#server/import/problem.ts'
import type { ImportRequest } from '#server/import/request.ts'
import { say, textTable } from '#server/import/terminal.ts'
import type { Row } from '#server/prepare/read/record.ts'

const sampled = 1_000

/** A name that is free, so that an edited mapping is never written over. */
function freeName(stem: string): string {
  const names = [
    `${stem}.mapping.json`,
    ...Array.from({ length: 98 }, (_, index) => `${stem}-${index + 2}.mapping.json`),
  ]
  const free = names.find((name) => !existsSync(name))
  if (free === undefined) throw failed(`too many files ${stem}.mapping.json here`)
  return free
}

/**
 * A schema that nobody knows: show which column is likely which field, and save that as a mapping to edit.
 * @throws ImportProblem always, a question: nothing is imported until the mapping is accepted with --mapping
 */
export async function proposeMapping({ dataset, path }: ImportRequest, { tables }: UnknownSchema): Promise<never> {
  const [table] = tables
  if (table === undefined) throw failed(`${path}: no table in it`)
  const rows: Row[] = []
  for await (const batch of table.records()) {
    rows.push(...batch.filter(({ damage }) => damage === null).map(({ values }) => values))
    if (rows.length >= sampled) break
  }
  const guesses = guessColumns(dataset, table.columns.slice(0, 500), rows)
  const id =
    parse(table.file)
      .name.toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'own-data'
  const { mapping, missing } = guessedMapping(dataset, id, guesses, table.hasGeometry)
  const name = freeName(`${dataset.id}-${id}`)
  writeFileSync(name, `${JSON.stringify(mapping, null, 2)}\n`)
  say(
    `${table.file}: ${table.format}, ${[`${table.columns.length} columns`, ...table.notes].join('; ')}; no known schema. A guess:\n`,
  )
  say(
    textTable(
      ['column', 'becomes', 'sample', 'confidence'],
      guesses.map(({ column, field, sample, confidence }) => [
        column.slice(0, 40),
        field ?? '-',
        sample,
        field === null ? '' : `${Math.round(confidence * 100)} %`,
      ]),
    ),
  )
  const open = missing.map((field) => `${field} ("${field}": {"from": ["<column>"]} or {"constant": <value>})`)
  if (open.length > 0) say(`\nstill needed in "fields": ${open.join(', ')}`)
  throw question(
    `nothing was imported. Look at ${name}, edit it, then: npm run data -- import ${dataset.id} ${path} --mapping ${name}`,
  )
}
