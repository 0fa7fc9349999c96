import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import type { Dataset } from '#data/define.ts'
import type { Field } from '#data/field.ts'
import { vocabularies } from '#data/vocabularies.ts'
import { failed } from '#server/import/problem.ts'
import { datasetOf } from '#server/import/request.ts'
import { say } from '#server/import/terminal.ts'
import { mends } from '#server/prepare/mend/registry.ts'

const byteOrderMark = '\uFEFF'

/** Fields that nobody has to fill, because a named rule of prepare does. */
const suppliedIn = (dataset: Dataset): ReadonlySet<string> =>
  new Set((dataset.mends ?? []).flatMap((id) => mends.get(id)?.supplies ?? []))

function allowed({ vocabulary, type, isList }: Field): string {
  if (vocabulary === undefined) return type === 'date' ? 'YYYY-MM-DD' : type === 'boolean' ? 'true; false' : ''
  const codes = Object.keys(vocabularies[vocabulary].terms).join('; ')
  return isList === true ? `one or several of: ${codes}` : codes
}

function dictionaryOf(dataset: Dataset): string[][] {
  const supplied = suppliedIn(dataset)
  const rows = Object.entries(dataset.fields).map(([name, field]) => [
    name,
    field.type,
    field.isRequired && !supplied.has(name) ? 'yes' : 'no',
    field.unit ?? '',
    field.label.en,
    field.label.zh,
    allowed(field),
    field.help?.en ?? '',
    field.help?.zh ?? '',
  ])
  return [['column', 'type', 'required', 'unit', 'label_en', 'label_zh', 'allowed', 'help_en', 'help_zh'], ...rows]
}

/**
 * Write an empty table of a dataset and its dictionary, both as CSV that Excel opens (with a byte order mark).
 * @throws ImportProblem where a file is there already
 */
export async function writeTemplate(args: readonly string[]): Promise<void> {
  const dataset = datasetOf(args[0])
  const folder = args[1] ?? '.'
  const files = [
    { path: join(folder, `${dataset.id}.csv`), rows: [Object.keys(dataset.fields)] },
    { path: join(folder, `${dataset.id}-dictionary.csv`), rows: dictionaryOf(dataset) },
  ]
  for (const { path } of files) if (existsSync(path)) throw failed(`${path} is there already: nothing was written`)
  for (const { path, rows } of files)
    writeFileSync(path, byteOrderMark + stringify(rows, { record_delimiter: 'windows' }))
  const [table] = files
  say(files.map(({ path }) => path).join('\n'))
  if (dataset.geometry === 'polygon' && dataset.circle_area_km2 === undefined) {
    say(
      'outlines need a column "geometry" with well-known text, or a GeoJSON, GeoPackage or Shapefile with these columns',
    )
  }
  say(`fill it, then: npm run data -- import ${dataset.id} ${table?.path ?? ''}`)
}
