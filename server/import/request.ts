import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { datasets } from '#data/catalog.ts'
import type { Dataset } from '#data/define.ts'
import { type Mapping, mappingSchema } from '#data/mappings/define.ts'
import type { DateOrder } from '#server/import/map/dates.ts'
import type { DecimalMark } from '#server/import/map/numbers.ts'
import { ImportProblem, oneLine } from '#server/import/problem.ts'
import type { ReadOptions } from '#server/import/read/table.ts'

/** What `import` and `check` are asked to do. */
export interface ImportRequest {
  readonly dataset: Dataset
  readonly path: string
  readonly mapping: Mapping | null
  readonly isDryRun: boolean
  /** Only put in its place: the next prepare makes a snapshot of all that came. */
  readonly isLater: boolean
  /** Appended under this name ('' stands for the mapping's own); null: replaces what the dataset has. */
  readonly appendAs: string | null
  readonly waits: boolean
  readonly release: string | null
  readonly decimal: DecimalMark
  readonly dates: DateOrder
  readonly read: ReadOptions
}

export const usageProblem = (message: string): ImportProblem => new ImportProblem('usage', message)

const byId: Readonly<Record<string, Dataset>> = datasets

export function datasetOf(id: string | undefined): Dataset {
  const known = Object.keys(byId).join(', ')
  if (id === undefined) throw usageProblem(`which dataset? One of ${known}`)
  const dataset = byId[id]
  if (dataset === undefined) throw usageProblem(`"${id}" is no dataset; there are ${known}`)
  return dataset
}

function readMapping(path: string, dataset: Dataset): Mapping {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw usageProblem(`--mapping ${path}: ${oneLine(error)}`)
  }
  const parsed = mappingSchema.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw usageProblem(`--mapping ${path}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a mapping'}`)
  }
  if (parsed.data.dataset !== dataset.id) {
    throw usageProblem(`--mapping ${path} is for ${parsed.data.dataset}, not for ${dataset.id}`)
  }
  const unknown = Object.keys(parsed.data.fields).find((name) => !(name in dataset.fields))
  if (unknown !== undefined) throw usageProblem(`--mapping ${path}: ${dataset.id} has no field "${unknown}"`)
  return parsed.data
}

function releaseOf(text: string | undefined): string | null {
  if (text === undefined) return null
  const full = /^\d{4}$/.test(text) ? `${text}-01-01` : /^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text
  if (!z.iso.date().safeParse(full).success)
    throw usageProblem(`--release ${text}: a date such as 2025-11 or 2025-11-01`)
  return full
}

function oneOf<T extends string>(
  flag: string,
  text: string | undefined,
  allowed: Readonly<Record<string, T>>,
): T | null {
  if (text === undefined) return null
  const value = allowed[text]
  if (value === undefined) throw usageProblem(`--${flag} ${text}: one of ${Object.keys(allowed).join(', ')}`)
  return value
}

const options = {
  mapping: { type: 'string' },
  'dry-run': { type: 'boolean' },
  replace: { type: 'boolean' },
  append: { type: 'boolean' },
  later: { type: 'boolean' },
  name: { type: 'string' },
  'no-wait': { type: 'boolean' },
  release: { type: 'string' },
  crs: { type: 'string' },
  sheet: { type: 'string' },
  layer: { type: 'string' },
  encoding: { type: 'string' },
  delimiter: { type: 'string' },
  decimal: { type: 'string' },
  dates: { type: 'string' },
} as const

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw usageProblem(oneLine(error))
  }
}

/**
 * Read the arguments of `import <dataset> <file or folder>`.
 * @throws ImportProblem of kind `usage`
 */
export function readImportRequest(args: readonly string[]): ImportRequest {
  const { values, positionals } = parse(args)
  const [id, path, ...more] = positionals
  const dataset = datasetOf(id)
  if (path === undefined) throw usageProblem(`which file or folder is to become ${dataset.id}?`)
  if (more.length > 0) throw usageProblem(`one file or folder, not also ${more.join(' ')}`)
  if (values.replace === true && values.append === true) throw usageProblem('--replace or --append, not both')
  if (values.name !== undefined && !/^[a-z0-9-]+$/.test(values.name)) {
    throw usageProblem('--name: small letters, digits and hyphens')
  }
  return {
    dataset,
    path,
    mapping: values.mapping === undefined ? null : readMapping(values.mapping, dataset),
    isDryRun: values['dry-run'] === true,
    isLater: values.later === true,
    appendAs: values.append === true ? (values.name ?? '') : null,
    waits: values['no-wait'] !== true,
    release: releaseOf(values.release),
    decimal: oneOf('decimal', values.decimal, { comma: ',', point: '.' } as const),
    dates: oneOf('dates', values.dates, { dmy: 'dmy', mdy: 'mdy' } as const),
    read: {
      encoding: values.encoding,
      delimiter: values.delimiter,
      sheet: values.sheet,
      layer: values.layer,
      crs: values.crs,
    },
  }
}
