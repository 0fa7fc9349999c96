import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { basename, join, parse, relative } from 'node:path'
import { z } from 'zod'
import { datasets, overlays } from '#data/catalog.ts'
import type { Dataset, Overlay } from '#data/define.ts'
import type { Field } from '#data/field.ts'
import { codesOf } from '#data/vocabularies.ts'
import { parseConfig, repositoryDir } from '#server/config.ts'

export interface SourcePart {
  readonly path: string
  readonly sha256: string
  /** Name in the source folder of a file that an import wrote; null for any other one. */
  readonly importedName: string | null
}

/** The files that a dataset is read from: its own first, then those appended to it. `sha256` stands for the bytes of all. */
export interface Input {
  readonly path: string
  readonly sha256: string
  readonly parts: readonly SourcePart[]
}

/** A file that an import has written but not yet put in its place: prepare reads it as if it were there. */
export interface StagedFile {
  readonly dataset: string
  readonly path: string
  /** Appended under this name; null: it takes the place of all files of the dataset. */
  readonly appendAs: string | null
}

export const sha256Of = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

const chunkBytes = 4 * 1024 * 1024

/** The hash of a file of any size. */
export function sha256OfPath(path: string): string {
  const hash = createHash('sha256')
  const chunk = Buffer.alloc(chunkBytes)
  const file = openSync(path, 'r')
  try {
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) hash.update(chunk.subarray(0, read))
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}

export const allDatasets: readonly Dataset[] = Object.values(datasets)
export const preparedOverlays: readonly Overlay[] = (Object.values(overlays) as readonly Overlay[]).filter(
  (overlay) => overlay.when === 'prepare',
)

const readable = ['.csv', '.parquet']
/** Of files that an import wrote: never the name of a file that ships or that a person keeps. */
const importedEnding = '.imported.parquet'
export const isImported = (path: string): boolean => path.endsWith(importedEnding)
export const shippedSourceDir = join(repositoryDir, 'data', 'source')
export const sourceDirOf = (dataDir: string): string => join(dataDir, 'source')

/** Where an import puts a dataset's file: in the place of the one that ships, or beside it under a name of its own. */
export function importPathOf(dataset: Dataset, dataDir: string, appendAs: string | null): string {
  const { name } = parse(dataset.source.file)
  return join(sourceDirOf(dataDir), `${name}${appendAs === null ? '' : `+${appendAs}`}${importedEnding}`)
}

/** The user's own files that stand for a dataset: one in the place of the shipped one, if there is one, then the appended ones by name. */
export function ownFilesOf(dataset: Dataset, dataDir: string): { replacing: string | null; appended: string[] } {
  const { file } = dataset.source
  const { name } = parse(file)
  const folder = sourceDirOf(dataDir)
  const names = existsSync(folder) ? readdirSync(folder) : []
  const kinds = [`${name}${importedEnding}`, file, ...readable.map((kind) => `${name}${kind}`)]
  const own = kinds.find((one) => names.includes(one))
  const isPart = (one: string) => one.startsWith(`${name}+`) && one.endsWith(importedEnding)
  const appended = names.filter(isPart).sort()
  return {
    replacing: own === undefined ? null : join(folder, own),
    appended: appended.map((one) => join(folder, one)),
  }
}

/** A file in the user's own data folder takes the place of the one that ships: same name, any kind that prepare reads. */
function filesOf(dataset: Dataset, dataDir: string, staged: readonly StagedFile[]): Omit<SourcePart, 'sha256'>[] {
  const shipped = join(shippedSourceDir, dataset.source.file)
  const { replacing, appended } = ownFilesOf(dataset, dataDir)
  /** By the place where a file is or will be. */
  const files = new Map(appended.map((path) => [path, path]))
  let base = replacing ?? (existsSync(shipped) ? shipped : null)
  let basePath = base
  for (const { path, appendAs } of staged.filter((one) => one.dataset === dataset.id)) {
    const place = importPathOf(dataset, dataDir, appendAs)
    if (appendAs !== null) files.set(place, path)
    else {
      base = place
      basePath = path
      files.clear()
    }
  }
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1))
  const all = base === null || basePath === null ? sorted : [[base, basePath] as const, ...sorted]
  return all.map(([place, path]) => ({ path, importedName: isImported(place) ? basename(place) : null }))
}

/** The source files of each dataset by its id; null where an optional dataset has none. */
export function findInputs(dataDir: string, staged: readonly StagedFile[] = []): Map<string, Input | null> {
  return new Map(
    allDatasets.map((dataset) => {
      const parts = filesOf(dataset, dataDir, staged).map((file) => ({ ...file, sha256: sha256OfPath(file.path) }))
      const [first] = parts
      if (first === undefined) return [dataset.id, null]
      const sha256 = parts.length === 1 ? first.sha256 : sha256Of(parts.map((part) => part.sha256).join('\n'))
      return [dataset.id, { path: first.path, sha256, parts }]
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
export function snapshotId(
  inputs: ReadonlyMap<string, Input | null>,
  engineVersion: string,
  pairBudget = parseConfig(process.env).pairBudget,
): string {
  const code = codeFiles().map((path) => [relative(repositoryDir, path), sha256Of(readFileSync(path))])
  const sources = [...inputs].map(([id, input]) => [id, input?.sha256 ?? null])
  const declared = [...allDatasets, ...preparedOverlays].map(declarationPrint)
  return sha256Of(JSON.stringify({ code, sources, declared, engineVersion, pairBudget })).slice(0, 16)
}
