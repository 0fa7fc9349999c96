import { statSync } from 'node:fs'
import type { Dataset } from '#data/define.ts'
import type { Mapping } from '#data/mappings/define.ts'
import { Mapper } from '#server/import/map/mapper.ts'
import { finderOf, headerlessSchemas, recognise } from '#server/import/map/recognise.ts'
import { match } from '#server/import/match.ts'
import type { Workplace } from '#server/import/read/gdal.ts'
import { openInput } from '#server/import/read/open.ts'
import { releaseOf } from '#server/import/release.ts'
import type { ImportRequest } from '#server/import/request.ts'
import { type FileRead, TableRun } from '#server/import/table-run.ts'
import { NormalisedRows } from '#server/import/write.ts'
import { sha256OfPath } from '#server/prepare/inputs.ts'
import type { ImportFacts } from '#server/prepare/read/imported.ts'

/** What became of the user's files on the way to one normalised file. */
export interface Normalised {
  readonly mapping: Mapping
  readonly facts: ImportFacts
  readonly files: readonly FileRead[]
  readonly passedOver: readonly { readonly file: string; readonly reason: string }[]
  readonly records: number
}

function factsOf(
  mapping: Mapping,
  dataset: Dataset,
  date: string,
  files: readonly ImportFacts['files'][number][],
): ImportFacts {
  return {
    mapping: mapping.id,
    title: mapping.title,
    dataset: dataset.id,
    mends: mapping.mends,
    source: { ...mapping.source, date },
    redistribution: mapping.redistribution,
    files: [...files],
  }
}

/**
 * Read a user's file or folder, map it and write it as one normalised file: every record is in it, with what it became or why it can't be used.
 * @param tell is told how many records of the present file were read
 * @throws ImportProblem for a person; UnknownSchema where no mapping knows the columns
 */
export async function normalise(
  request: ImportRequest,
  place: Workplace,
  target: string,
  tell: (file: string, records: number) => void,
): Promise<Normalised> {
  const { dataset } = request
  const isKnown = (columns: readonly string[]) => recognise(columns, false) !== null
  const opened = await openInput(request.path, { options: request.read, place, headerless: headerlessSchemas, isKnown })
  const { mapping, tables, others } = match(dataset, opened.tables, request.mapping)
  const release = releaseOf(mapping, request, tables)
  const rows = await NormalisedRows.open(dataset, place.connection)
  const files: FileRead[] = []
  for (const table of tables) {
    const mapper = new Mapper(dataset, mapping, finderOf(table.columns, table.hasGeometry))
    const run = new TableRun(table, mapper, request, release)
    files.push(await run.run(place, rows, (records) => tell(table.file, records)))
  }
  // Where nobody states a date, that of the file stands for it.
  const date = release ?? statSync(request.path).mtime.toISOString().slice(0, 10)
  const hashed = tables.map((table, index) => ({
    file: table.file,
    sha256: sha256OfPath(table.path),
    records: files[index]?.records ?? 0,
  }))
  const facts = factsOf(mapping, dataset, date, hashed)
  const records = await rows.write(target, facts, mapping.isMultipart === true)
  return { mapping, facts, files, passedOver: [...opened.passedOver, ...others], records }
}
