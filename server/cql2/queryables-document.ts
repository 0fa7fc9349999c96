import type { GeometryKind } from '#data/define.ts'
import type { Field, Fields, SqlType, Unit } from '#data/field.ts'
import type { Text } from '#data/vocabularies/vocabulary.ts'
import { codesOf, vocabularies } from '#data/vocabularies.ts'

/** The part of a declaration that its queryables are described by. */
export interface Described {
  readonly title: Text
  readonly description: Text
  readonly geometry: GeometryKind
  readonly fields: Fields
  readonly key?: string
}

interface Term {
  readonly const: string
  readonly title: string
  readonly 'x-ogc-titles': Text
}

/** One property in JSON Schema, with the keywords of OGC API Features Part 5 (all others begin with `x-ogc-`). */
export interface QueryableSchema {
  readonly title: string
  readonly description?: string
  readonly type?: 'string' | 'number' | 'integer' | 'boolean' | 'array'
  readonly format?: string
  readonly enum?: readonly string[]
  readonly oneOf?: readonly Term[]
  readonly items?: { readonly type: 'string'; readonly enum?: readonly string[]; readonly oneOf?: readonly Term[] }
  readonly 'x-ogc-titles': Text
  readonly 'x-ogc-role'?: 'id' | 'primary-geometry'
  readonly 'x-ogc-unit'?: string
}

/** What `/queryables` answers: a virtual object whose properties a filter may name, and no others. */
export interface QueryablesDocument {
  readonly $schema: 'https://json-schema.org/draft/2020-12/schema'
  readonly $id: string
  readonly type: 'object'
  readonly title: string
  readonly description: string
  readonly 'x-ogc-titles': Text
  readonly properties: Readonly<Record<string, QueryableSchema>>
  readonly additionalProperties: false
}

const types: Readonly<Record<SqlType, Pick<QueryableSchema, 'type' | 'format'>>> = {
  string: { type: 'string' },
  int: { type: 'integer', format: 'int32' },
  bigint: { type: 'integer', format: 'int64' },
  double: { type: 'number', format: 'double' },
  date: { type: 'string', format: 'date' },
  boolean: { type: 'boolean' },
}

/** Units in UCUM, the language that Part 5 assumes; a calendar year is a name and no measure. */
const ucum: Readonly<Partial<Record<Unit, string>>> = {
  km: 'km',
  m: 'm',
  ha: 'har',
  km2: 'km2',
  percent: '%',
  people: '{person}',
  people_per_year: '{person}/a',
  count: '{count}',
  of_8: '{of 8}',
  per_mine_year: '{count}/a',
  per_100k_year: '10*-5/a',
}

const geometryTitle: Text = { en: 'Geometry', zh: '几何' }

function termsOf(field: Field): { enum: string[]; oneOf: Term[] } | undefined {
  if (field.vocabulary === undefined) return undefined
  const terms: Readonly<Record<string, Text>> = vocabularies[field.vocabulary].terms
  const codes = codesOf(field.vocabulary)
  const oneOf = codes.map((code) => {
    const text = terms[code] ?? { en: code, zh: code }
    return { const: code, title: text.en, 'x-ogc-titles': text }
  })
  return { enum: codes, oneOf }
}

function schemaOf(field: Field, isKey: boolean): QueryableSchema {
  const unit = field.unit === undefined ? undefined : ucum[field.unit]
  const terms = termsOf(field)
  const value = field.isList
    ? ({ type: 'array', items: { type: 'string', ...terms } } as const)
    : { ...types[field.type], ...terms }
  return {
    title: field.label.en,
    ...(field.help && { description: field.help.en }),
    ...value,
    'x-ogc-titles': field.label,
    ...(isKey && { 'x-ogc-role': 'id' as const }),
    ...(unit !== undefined && { 'x-ogc-unit': unit }),
  }
}

/**
 * The queryables of a collection as JSON Schema (OGC API Features Part 3 `queryables`, Part 5 `schemas`): type, title
 * in English and Chinese, codes of the vocabulary with their titles, unit, role.
 * @param id address of the document, without query parameters
 */
export function queryablesOf(declaration: Described, id: string): QueryablesDocument {
  const { title, description, geometry, fields, key } = declaration
  const properties = Object.entries(fields).map(([name, field]) => [name, schemaOf(field, name === key)])
  const shape: QueryableSchema = {
    title: geometryTitle.en,
    format: 'geometry-any',
    'x-ogc-titles': geometryTitle,
    'x-ogc-role': 'primary-geometry',
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: id,
    type: 'object',
    title: title.en,
    description: description.en,
    'x-ogc-titles': title,
    properties: Object.fromEntries(geometry === 'none' ? properties : [...properties, ['geometry', shape]]),
    additionalProperties: false,
  }
}
