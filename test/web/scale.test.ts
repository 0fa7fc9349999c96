import { describe, expect, test } from 'vitest'
import { datasets } from '#data/catalog.ts'
import type { Layer } from '#data/encoding.ts'
import { codesOf } from '#data/vocabularies.ts'
import { colourScale, layerScales, shapeScale, sizeScale } from '#web/encoding/scale.ts'

const drawn = Object.values(datasets).flatMap((dataset) =>
  'layer' in dataset ? [[dataset.id, dataset.layer as Layer] as const] : [],
)

describe('a scale and its legend', () => {
  test.each(drawn)('%s: every colour that a feature can have stands in the legend', (_, layer) => {
    const { colour } = layerScales(layer, 'light')
    if (layer.colour.scale === 'constant') return expect(colour.legend).toEqual([])
    const { field, vocabulary } = layer.colour
    const shown = colour.legend.map((entry) => ('colour' in entry ? entry.colour : undefined))
    expect(codesOf(vocabulary).map((code) => colour.of({ [field]: code }))).toEqual(shown)
  })

  test('a code without a colour, and no code at all, are neutral', () => {
    const { of } = colourScale({ scale: 'category', field: 'x', vocabulary: 'region', palette: 'region' }, 'light')
    expect(of({ x: 'ATL' })).toBe(of({ x: null }))
    expect(of({})).toBe(of({ x: null }))
    expect(of({ x: 'AFR' })).toBe('#D55E00')
  })

  test('a size step begins at its lower bound', () => {
    const { of, legend } = sizeScale({ scale: 'steps', field: 'population', steps: [0, 2_000, 10_000], px: [4, 6, 8] })
    expect([0, 1_999, 2_000, 9_999, 10_000, 1e9].map((population) => of({ population }))).toEqual([4, 4, 6, 6, 8, 8])
    expect(legend.at(-2)).toEqual({ kind: 'step', from: 10_000, to: null, px: 8 })
  })

  test('no data is the smallest size and a line of its own, never the step of zero', () => {
    const { of, legend } = sizeScale({ scale: 'steps', field: 'population', steps: [0, 2_000], px: [4, 6] })
    expect(of({ population: null })).toBe(4)
    expect(legend.at(-1)).toEqual({ kind: 'no_data', px: 4 })
  })

  test('every incident type has the shape of its group', () => {
    const { shape } = datasets.incident_reports.layer
    const { of, legend } = shapeScale(shape)
    const groups = legend.map((entry) => ('code' in entry ? entry.code : ''))
    for (const incident_type of codesOf('incident_type')) expect(groups).toContain(of({ incident_type }))
    expect(of({ incident_type: 'ARMED_CONFLICT' })).toBe('conflict')
    expect(of({ incident_type: 'NEVER_HEARD_OF' })).toBe('people')
  })
})
