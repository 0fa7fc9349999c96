import { describe, expect, test } from 'vitest'
import { datasets, overlays } from '#data/catalog.ts'
import type { Dataset, Overlay } from '#data/define.ts'
import { codesOf, vocabularies } from '#data/vocabularies.ts'
import { queryablesFor } from '#server/cql2/queryables.ts'
import { queryablesOf } from '#server/cql2/queryables-document.ts'

const id = 'https://example.org/api/collections/x/queryables'
const declarations = [...Object.values(datasets), ...Object.values(overlays)] as (Dataset | Overlay)[]

describe('the queryables of a collection', () => {
  test('are a JSON Schema of an object that allows nothing else', () => {
    const document = queryablesOf(datasets.incident_reports, id)
    expect(document).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: id,
      type: 'object',
      title: 'Incident reports',
      'x-ogc-titles': { en: 'Incident reports', zh: '事件报告' },
      additionalProperties: false,
    })
    expect(document).not.toHaveProperty('required')
  })

  test('say type, format, unit and role of each property', () => {
    const { properties } = queryablesOf(datasets.incident_reports, id)
    expect(properties.event_date).toMatchObject({
      type: 'string',
      format: 'date',
      title: 'Date',
      'x-ogc-titles': { zh: '日期' },
    })
    expect(properties.fatalities).toMatchObject({ type: 'integer', format: 'int32', 'x-ogc-unit': '{person}' })
    expect(properties.incident_id).toMatchObject({ type: 'string', 'x-ogc-role': 'id' })
    expect(properties.is_running_total).toMatchObject({ type: 'boolean' })
    expect(properties.geometry).toEqual({
      title: 'Geometry',
      format: 'geometry-any',
      'x-ogc-titles': { en: 'Geometry', zh: '几何' },
      'x-ogc-role': 'primary-geometry',
    })
  })

  test('list the codes of a vocabulary with their titles in both languages', () => {
    const { severity } = queryablesOf(datasets.incident_reports, id).properties
    expect(severity?.enum).toEqual(codesOf('severity'))
    const [code] = codesOf('severity')
    const title = vocabularies.severity.terms[code as keyof typeof vocabularies.severity.terms]
    expect(severity?.oneOf?.[0]).toEqual({ const: code, title: title.en, 'x-ogc-titles': title })
  })

  test('of a list of codes are an array of them', () => {
    const { asset_type } = queryablesOf(datasets.pilot_mines, id).properties
    expect(asset_type).toMatchObject({ type: 'array', items: { type: 'string', enum: codesOf('asset_type') } })
    expect(asset_type).not.toHaveProperty('enum')
  })

  test.for(declarations)(
    'of $id meet the requirements of Part 3 and Part 5, and are what a filter may name',
    (declaration) => {
      const { properties } = queryablesOf(declaration, id)
      const names = queryablesFor(declaration)
      expect(Object.keys(properties)).toEqual([...names.keys()])
      for (const [name, schema] of Object.entries(properties)) {
        expect(schema.title, name).toMatch(/\S/)
        expect(schema['x-ogc-titles'].zh, name).toMatch(/\S/)
        const isSpatial = schema.format?.startsWith('geometry-') === true
        expect('type' in schema, name).toBe(!isSpatial)
        for (const key of Object.keys(schema))
          expect(key).toMatch(/^(title|description|type|format|enum|oneOf|items|x-ogc-[a-z]+)$/)
        if (schema.oneOf !== undefined) expect(schema.oneOf.map((term) => term.const)).toEqual(schema.enum)
      }
      expect(Object.values(properties).filter((schema) => schema['x-ogc-role'] === 'id').length).toBeLessThanOrEqual(1)
      expect('geometry' in properties).toBe(declaration.geometry !== 'none')
    },
  )
})
