import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, parse, relative } from 'node:path'
import { z } from 'zod'
import { datasets, overlays } from '#data/catalog.ts'
import type { Dataset, Overlay } from '#data/define.ts'
import type { Field } from '#data/field.ts'
import { codesOf } from '#data/vocabularies.ts'
import { repositoryDir } from '#server/config.ts'

/** The file that a dataset is read from, and the hash of its bytes; null where an optional dataset has none. */
export interface Input {
  readonly path: string
  readonly sha256: string
}

export const sha256Of = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

export const allDatasets: readonly Dataset[] = Object.values(datasets)
export const preparedOverlays: readonly Overlay[] = (Object.values(overlays) as readonly Overlay[]).filter(
  (overlay) => overlay.when === 'prepare',
)

const readable = ['.csv', '.parquet']

/** A file in the user's own data folder takes the place of the one that ships: same name, any kind that prepare reads. */
function pathOf(dataset: Dataset, dataDir: string): string | null {
  const { file } = dataset.source
  const { name } = parse(file)
  const own = [file, ...readable.map((kind) => `${name}${kind}`)].map((one) => join(dataDir, 'source', one))
  return [...own, join(repositoryDir, 'data', 'source', file)].find((path) => existsSync(path)) ?? null
}

/** The source file of each dataset by its id. */
export function findInputs(dataDir: string): Map<string, Input | null> {
  return new Map(
    allDatasets.map((dataset) => {
      const path = pathOf(dataset, dataDir)
      return [dataset.id, path === null ? null : { path, sha256: sha256Of(readFileSync(path)) }]
    }),
  )
}

function fieldPrint(field: Field) {
  const { type, isRequired, vocabulary, isList, schema } = field
  const codes = vocabulary === undefined ? null : codesOf(vocabulary)
  return {
    type,
    isRequired,
    isList: isList ?? false,
    codes,
    schema: z.toJSONSchema(schema, { unrepresentable: 'any' }),
  }
}

/** What prepare makes of a declaration; a changed label or colour is no reason to prepare again. */
function declarationPrint(declared: Dataset | Overlay): unknown {
  const { title: _title, description: _description, layer: _layer, popup: _popup, table: _table, ...rest } = declared
  const fields = Object.entries(declared.fields).map(([name, field]) => [name, fieldPrint(field)])
  return { ...rest, fields }
}

/** The code and the SQL that prepare consists of; `make` only writes source files. */
function codeFiles(): string[] {
  const prepare = join(repositoryDir, 'server', 'prepare')
  const own = readdirSync(prepare, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|sql)$/.test(name) && !/^make[/\\]/.test(name))
    .map((name) => join(prepare, name))
  const shared = preparedOverlays.map((overlay) => overlaySqlPath(overlay.id)).filter((path) => existsSync(path))
  return [...own, ...shared].sort()
}

/** The `.sql` beside an overlay's declaration. */
export const overlaySqlPath = (id: string): string =>
  join(repositoryDir, 'data', 'overlays', `${id.replaceAll('_', '-')}.sql`)

/** The name of the snapshot that these inputs give: a hash of source files, declarations, prepare's code and the engine's version. */
export function snapshotId(inputs: ReadonlyMap<string, Input | null>, engineVersion: string): string {
  const code = codeFiles().map((path) => [relative(repositoryDir, path), sha256Of(readFileSync(path))])
  const sources = [...inputs].map(([id, input]) => [id, input?.sha256 ?? null])
  const declared = [...allDatasets, ...preparedOverlays].map(declarationPrint)
  return sha256Of(JSON.stringify({ code, sources, declared, engineVersion })).slice(0, 16)
}
