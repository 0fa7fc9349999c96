import { DuckDBTypeId } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { indicators, overlays } from '#data/catalog.ts'
import { type Indicator, indicatorColumns, type Overlay } from '#data/define.ts'
import type { Fields, SqlType } from '#data/field.ts'
import { compose, parameterNames, type Relation, reads } from '#server/engine/compose.ts'
import { indicatorSql, overlaySql, queryTimeOverlays, relations, rowsParameters } from '#server/engine/question.ts'
import { createTable, declaredById, duckdbNames, scratchDatabase, snapshotTables } from '#test/setup/tables.ts'

const withSql = (Object.values(overlays) as readonly Overlay[]).filter(
  (overlay) => overlay.when === 'query' || overlay.id === 'all_mines' || overlay.id === 'region_areas',
)
const declared = Object.values(indicators) as readonly Indicator[]
const queryTime = new Set(queryTimeOverlays.map(({ id }) => id))

let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let schemas = 0
beforeAll(async () => {
  scratch = await scratchDatabase()
})
afterAll(() => scratch[Symbol.asyncDispose]())

/**
 * Names and types of a statement's columns. It sees, in a schema of its own, tables for the inputs it declares and for
 * nothing else; query-time overlays stand there as tables too.
 */
async function boundColumns(inputs: readonly string[], sql: string) {
  const { connection } = scratch
  schemas += 1
  await connection.run(`create schema only_${schemas}; use only_${schemas}`)
  for (const input of inputs) {
    const one = declaredById.get(input)
    if (one === undefined) throw new Error(`nothing is declared as ${input}`)
    await connection.run(createTable(one))
  }
  const statement = await connection.prepare(sql)
  return Array.from({ length: statement.columnCount }, (_, index) => [
    statement.columnName(index),
    DuckDBTypeId[statement.columnTypeId(index)],
  ])
}

const columnsOf = (fields: Fields): string[][] =>
  Object.entries(fields).map(([name, { type }]) => [name, duckdbNames[type]])

const geometryColumn = (overlay: Overlay): string[][] =>
  overlay.geometry === 'none' ? [] : [['geometry', DuckDBTypeId[DuckDBTypeId.GEOMETRY] as string]]

/** Parameters that a statement needs in the end: its own and those of the overlays it rests on. */
const needed = (sql: string, inputs: readonly string[]): string[] =>
  parameterNames(compose(sql, inputs, relations)).sort()

describe('each overlay, bound against its declared inputs only', () => {
  test.each(withSql.map((overlay) => [overlay.id, overlay] as const))('%s', async (id, overlay) => {
    const sql = overlaySql(id)
    const columns = await boundColumns(overlay.inputs, sql)
    expect(columns).toEqual([...columnsOf(overlay.fields), ...geometryColumn(overlay)])
    expect(needed(sql, overlay.inputs)).toEqual([...overlay.parameters].sort())
  })
})

describe('each indicator, bound against its declared inputs only', () => {
  test.each(declared.map((indicator) => [indicator.id, indicator] as const))('%s', async (_, indicator) => {
    const sql = indicatorSql(indicator.id as keyof typeof indicators, 'value')
    const columns = await boundColumns(indicator.inputs, sql)
    const expected = Object.entries(indicatorColumns).map(([name, type]) => [name, duckdbNames[type as SqlType]])
    expect(columns).toEqual(expected)
    expect(needed(sql, indicator.inputs)).toEqual([...indicator.parameters].sort())
  })
})

describe('the rows behind each indicator, bound against its declared inputs only', () => {
  test.each(declared.map((indicator) => [indicator.id, indicator] as const))('%s', async (_, indicator) => {
    const sql = indicatorSql(indicator.id as keyof typeof indicators, 'rows')
    const columns = await boundColumns(indicator.inputs, sql)
    expect(columns).toEqual(columnsOf(indicator.rows.fields))
    for (const name of needed(sql, indicator.inputs)) expect(rowsParameters(indicator)).toContain(name)
    expect(needed(sql, indicator.inputs)).toContain('place')
    expect(needed(sql, indicator.inputs).includes('class')).toBe(indicator.classes !== undefined)
  })
})

test('a statement that reads what it does not declare fails', async () => {
  await expect(boundColumns(['regions'], 'select m.mine_id from mines as m')).rejects.toThrow('mines does not exist')
})

test('an input that is declared is also read', () => {
  for (const overlay of withSql) {
    for (const input of overlay.inputs)
      expect([overlay.id, input, reads(overlaySql(overlay.id), input)]).toEqual([overlay.id, input, true])
  }
  for (const { id, inputs } of declared) {
    const sql = (['value', 'rows'] as const).map((part) => indicatorSql(id as keyof typeof indicators, part)).join('\n')
    for (const input of inputs) expect([id, input, reads(sql, input)]).toEqual([id, input, true])
  }
})

test('incident reports are read through the public overlay only', () => {
  const readers = [...withSql, ...declared].filter(({ inputs }) => inputs.includes('incident_reports'))
  expect(readers.map(({ id }) => id)).toEqual(['public_incidents'])
})

test('no statement hides an overlay or a table behind a name of its own', () => {
  const taken = new Set([...queryTime, ...snapshotTables.map(({ id }) => id)])
  const statements: [string, Relation][] = [...relations]
  for (const { id, inputs } of declared) {
    for (const part of ['value', 'rows'] as const) {
      statements.push([`${id} ${part}`, { inputs, sql: indicatorSql(id as keyof typeof indicators, part) }])
    }
  }
  for (const [id, { sql }] of statements) {
    const own = [...sql.matchAll(/(?:with|,)\s+([a-z_]+) as \(/g)].map((match) => match[1] as string)
    expect([id, own.filter((name) => taken.has(name))]).toEqual([id, []])
  }
})
