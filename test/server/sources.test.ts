import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const repository = fileURLToPath(new URL('../../', import.meta.url))

const filesOf = (folder: string): string[] =>
  readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|sql)$/.test(entry.name))
    .map((entry) => relative(repository, join(entry.parentPath, entry.name)))

/** Without comments: what says why a statement is avoided may name it. */
const codeOf = (file: string): string =>
  readFileSync(join(repository, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)(\/\/|--)[^\n]*/g, '')

/** Reading a file that somebody else wrote has let through other files and addresses (engineering reference 5.1). */
const touchesFiles =
  /\bst_read\w*\s*\(|\bcopy\s+\(|\bread_(csv|parquet|json|text|blob)\w*\s*\(|\battach\s+[$'"]|\bexport database\b/i

/** What runs as a command or its child, never in the server: the only places where GDAL reads a file. */
const isCommand = (file: string): boolean => /^server\/(prepare|import)\//.test(file)

test('only prepare and import read files, and only the writer of exports writes them', () => {
  const files = [...filesOf('server'), ...filesOf('data/overlays'), ...filesOf('data/indicators')]
  const found = files.filter((file) => touchesFiles.test(codeOf(file)) && !isCommand(file))
  // metadata.ts only tells a person how to open a snapshot by hand
  expect(found).toEqual(['server/export/metadata.ts', 'server/export/writer.ts'])
})

test('only the engine, prepare, import and what opens them know DuckDB', () => {
  const knowing = filesOf('server').filter((file) => /from '@duckdb\//.test(codeOf(file)))
  const elsewhere = knowing.filter((file) => !/^server\/(prepare|import|engine|export|processes)\//.test(file))
  expect(elsewhere).toEqual(['server/spatial-install.ts', 'server/spatial.ts'])
})
