import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { datasets, indicators, overlays } from '#data/catalog.ts'
import type { Dataset, Indicator, Overlay, Text } from '#data/define.ts'
import type { Fields } from '#data/field.ts'
import { type Parameter, parameters } from '#data/parameters.ts'
import { vocabularies } from '#data/vocabularies.ts'

const folder = fileURLToPath(new URL('../../data/', import.meta.url))
const allDatasets = Object.entries(datasets) as [string, Dataset][]
const allOverlays = Object.entries(overlays) as [string, Overlay][]
const allIndicators = Object.entries(indicators) as [string, Indicator][]
const collections: [string, Dataset | Overlay][] = [...allDatasets, ...allOverlays]
const catalog = readFileSync(`${folder}catalog.ts`, 'utf8')

const chinese = /[\u4e00-\u9fff]/

function expectText(text: Text, what: string): void {
  expect([what, text.en.trim().length > 0]).toEqual([what, true])
  expect([what, text.en, chinese.test(text.en)]).toEqual([what, text.en, false])
  expect([what, text.zh, chinese.test(text.zh) || text.zh === text.en]).toEqual([what, text.zh, true])
}

function expectFields(fields: Fields): void {
  for (const [name, { label, help, vocabulary }] of Object.entries(fields)) {
    expect(name).toMatch(/^[a-z][a-z0-9_]*$/)
    expectText(label, name)
    if (help) expectText(help, `${name} help`)
    if (vocabulary) expect(Object.keys(vocabularies)).toContain(vocabulary)
  }
}

describe('each file of a declaration is in the catalog', () => {
  test.each(['datasets', 'overlays', 'indicators'])('%s', (kind) => {
    for (const file of readdirSync(folder + kind).filter((name) => name.endsWith('.ts'))) {
      const declares = /\bdefine(Dataset|Overlay|Indicator)\(/.test(readFileSync(`${folder}${kind}/${file}`, 'utf8'))
      if (declares) expect([file, catalog.includes(`'#data/${kind}/${file}'`)]).toEqual([file, true])
    }
  })

  test('and each statement stands beside a declaration', () => {
    for (const kind of ['overlays', 'indicators']) {
      const files = readdirSync(folder + kind)
      for (const file of files.filter((name) => name.endsWith('.sql'))) {
        expect(files).toContain(file.replace(/(\.rows)?\.sql$/, '.ts'))
      }
    }
  })
})

describe.each(collections)('collection %s', (key, one) => {
  test('is complete in both languages', () => {
    expect(one.id).toBe(key)
    expectText(one.title, 'title')
    expectText(one.description, 'description')
    expectFields(one.fields)
  })

  test('names only fields that it has', () => {
    const { fields, layer, popup = [], table = [], name } = one
    const colour = layer?.colour.scale === 'category' ? [layer.colour.field] : []
    const size = layer?.size.scale === 'steps' ? [layer.size.field] : []
    const named = [one.key, name.en, ...(name.zh ? [name.zh] : []), ...popup, ...table, ...colour, ...size]
    for (const field of named) expect(Object.keys(fields)).toContain(field)
    expect(fields[one.key]?.isRequired ?? one.id === 'facet_counts').toBe(true)
  })

  test('is drawn only where it has a shape', () => {
    if (one.layer) expect(one.geometry).not.toBe('none')
  })
})

describe.each(allDatasets)(
  'dataset %s',
  (_, { source, served_by, columns = {}, fields, accuracy, circle_area_km2 }) => {
    test('says whose it is, under which licence, from when', () => {
      expectText(source.publisher, 'publisher')
      for (const text of [source.licence, source.attribution, source.file]) expect(text.trim()).not.toBe('')
      for (const address of [source.licence_url, source.url]) expect(new URL(address).protocol).toBe('https:')
      expect(source.date).toMatch(/^\d{4}-\d\d-\d\d$/)
    })

    test('maps and measures fields that it has', () => {
      for (const field of [...Object.values(columns), accuracy, circle_area_km2]) {
        if (field !== undefined) expect(Object.keys(fields)).toContain(field)
      }
      if (served_by !== undefined) expect(Object.keys(overlays)).toContain(served_by)
    })
  },
)

test('each dataset that is not optional ships its file', () => {
  for (const [id, { source, is_optional }] of allDatasets) {
    if (!is_optional) expect([id, existsSync(`${folder}source/${source.file}`)]).toEqual([id, true])
  }
})

describe.each(allIndicators)('indicator %s', (key, one) => {
  test('is complete in both languages', () => {
    expect(one.id).toBe(key)
    for (const what of ['name', 'definition', 'caveat'] as const) expectText(one[what], what)
    expectFields(one.rows.fields)
    expect(one.method.trim()).not.toBe('')
    for (const { label } of Object.values(one.extras ?? {})) expectText(label, 'extra')
  })

  test('asks with known parameters and stands on known inputs', () => {
    for (const id of one.parameters) expect(Object.keys(parameters)).toContain(id)
    for (const id of Object.keys(one.defaults ?? {})) expect(one.parameters as readonly string[]).toContain(id)
    for (const id of one.inputs) expect([...Object.keys(datasets), ...Object.keys(overlays)]).toContain(id)
    expect(one.levels).toContain('region')
    expect(one.parameters).toContain('by')
  })

  test('counts by a field that its rows have, and is not near anything that it says it affects', () => {
    const { key: rowKey, numerator, fields } = one.rows
    expect(Object.keys(fields)).toContain(rowKey)
    if (typeof numerator !== 'string') expect(Object.keys(fields)).toContain(numerator.sum)
    expect(`${one.name.en} ${one.definition.en}`).not.toMatch(/\baffected by\b|\bimpact/i)
  })
})

test('each parameter has a label in both languages and a default that it may have', () => {
  for (const [id, parameter] of Object.entries(parameters) as [string, Parameter][]) {
    expectText(parameter.label, id)
    const { default: standard, min, max, vocabulary } = parameter
    if (typeof standard === 'number' && min !== undefined && max !== undefined) {
      expect(standard >= min && standard <= max).toBe(true)
    }
    if (vocabulary !== undefined && standard !== undefined) {
      expect(Object.keys(vocabularies[vocabulary].terms)).toContain(String(standard))
    }
  }
})

test('each term of each vocabulary is named in both languages', () => {
  for (const { title, terms } of Object.values(vocabularies)) {
    expectText(title, 'vocabulary')
    for (const [code, text] of Object.entries(terms as Readonly<Record<string, Text>>)) expectText(text, code)
  }
})
