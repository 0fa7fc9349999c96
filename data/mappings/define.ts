import { z } from 'zod'

const scalar = z.union([z.string(), z.number(), z.boolean()])
const text = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) })

/**
 * How one field gets its value. Columns are matched without regard to case, blanks and punctuation. Steps run in the order in which they
 * stand here; what is left out does nothing.
 */
const rule = z.strictObject({
  /** The first of these columns that the file has. `$geometry` (point, polygon, line, none), `$file`, `$row`, `$release` are always there. */
  from: z.array(z.string().min(1)).min(1).optional(),
  /** The values of all these columns, one after the other, parted by the separator. */
  join: z.array(z.string().min(1)).min(1).optional(),
  /** Text with `{column}` in it; empty where one of the columns is. */
  template: z.string().optional(),
  constant: scalar.optional(),
  /** Values that mean "nothing". */
  empty: z.array(z.string()).optional(),
  /** A regular expression; its first group is the value, and a value that it does not fit is no value. */
  pattern: z.string().optional(),
  /** Several values in one cell are parted by this. */
  separator: z.string().min(1).optional(),
  /** Words of the source (any case) -> codes of ours. */
  codes: z.record(z.string(), scalar.nullable()).optional(),
  /** What a word becomes that is not among `codes`; without it such a record is quarantined. */
  otherwise: scalar.nullable().optional(),
  /** Which of several values counts, from 0; without it they are written `A;B`, each once. */
  take: z.int().min(0).optional(),
  /** Turns the unit of the source into that of the field, e.g. 0.01 for hectares into square kilometres. */
  multiply: z.number().optional(),
  /** [least number, code], the largest least first: the first one reached is the value. */
  steps: z.array(z.tuple([z.number(), scalar])).optional(),
  /** `country`: ISO codes and English names become alpha-3. `whole`: rounded. `count`: how many values. `year`: the first four digits in a row. */
  as: z.enum(['country', 'whole', 'count', 'year']).optional(),
  /** Where all that gave no value. */
  ifEmpty: scalar.optional(),
})

/** Records that are set aside on purpose, each with the reason that a person reads. */
const exclusion = z.strictObject({
  column: z.string().min(1),
  /** Set aside where the value is one of these (any case) ... */
  isOneOf: z.array(z.string()).optional(),
  /** ... or is none of these ... */
  isNoneOf: z.array(z.string()).optional(),
  /** ... or fits this regular expression. */
  matches: z.string().optional(),
  reason: z.string().min(1),
})

export const mappingSchema = z.strictObject({
  /** Also the name under which an appended file is kept. */
  id: z.string().regex(/^[a-z0-9-]+$/, 'small letters, digits and hyphens'),
  dataset: z.string().min(1),
  title: text,
  /** A file is this one where it has a column of each group; the mapping that knows most columns wins. */
  recognise: z.array(z.array(z.string().min(1)).min(1)).min(1),
  /** Columns that the file must not have: they tell two schemas apart. */
  lacks: z.array(z.string().min(1)).optional(),
  /** Column names of a text file that has no header, with the pattern that the first cells of a record must fit. */
  headerless: z.strictObject({ columns: z.array(z.string()), first: z.array(z.string()) }).optional(),
  fields: z.record(z.string(), rule),
  exclude: z.array(exclusion).optional(),
  /** Records with the same key are one feature in several parts: their outlines are joined. */
  isMultipart: z.boolean().optional(),
  /** Named rules that prepare runs on the normalised rows (`server/prepare/mend`). */
  mends: z.array(z.string()),
  source: z.strictObject({
    publisher: text,
    licence: z.string().min(1),
    licence_url: z.string(),
    attribution: z.string().min(1),
    url: z.string(),
    /** The date of the data (ISO) where it never changes; otherwise it comes from `release` or `--release`. */
    date: z.string().optional(),
  }),
  /** Where the release stands in the file's name: a pattern with the groups `year` and `month` (and `day`). */
  release: z.strictObject({ pattern: z.string().optional(), isRequired: z.boolean() }).optional(),
  redistribution: z.enum(['open', 'derived_only']),
  /** One line about what the licence asks of whoever uses the file. */
  terms: text,
})

export type Rule = z.infer<typeof rule>
export type Exclusion = z.infer<typeof exclusion>
export type Mapping = z.infer<typeof mappingSchema>

/** Declare how a known schema becomes a dataset of the atlas; then name it in `list.ts`. */
export const defineMapping = (mapping: Mapping): Mapping => mapping

/** The first of these columns that the file has. */
export const from = (...columns: string[]): Rule => ({ from: columns })
export const constant = (value: string | number | boolean): Rule => ({ constant: value })
