import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datasets } from '#data/catalog.ts'
import { layerGroups } from '#data/encoding.ts'
import type { Feature } from '#web/api/features.ts'
import { palettes } from '#web/encoding/palette.ts'
import { layerScales } from '#web/encoding/scale.ts'
import { basemapStyle } from '#web/map/basemap.ts'
import { boundsOf } from '#web/map/camera.ts'
import { boxAround, circleFeature, countWithin, measured, ringAround } from '#web/map/geodesy.ts'
import { hexagonsOf } from '#web/map/hexagons.ts'
import { iconKinds } from '#web/map/layers/icon.ts'
import type { LayerInput } from '#web/map/layers/input.ts'
import { buildLayers, inDrawingOrder } from '#web/map/layers.ts'
import { toPixels, toPosition } from '#web/map/mercator.ts'
import { placeNames } from '#web/map/name-places.ts'

const mine = (id: string, longitude: number, latitude: number, more = {}): Feature => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: [longitude, latitude] },
  properties: { mine_id: id, region_id: 'AFR', is_located: true, ...more },
})
const mines = Array.from({ length: 300 }, (_, index) => mine(`m${index}`, 20 + index / 50, -5))
const input = (more: Partial<LayerInput>): LayerInput => ({
  id: 'pilot_mines',
  declaration: datasets.pilot_mines.layer,
  features: mines.slice(0, 3),
  theme: 'light',
  zoom: 6,
  marked: null,
  ...more,
})

describe('layers from declarations', () => {
  test('pilot mines are circles on a halo', () => {
    expect(buildLayers(input({})).map(({ id }) => id)).toEqual(['pilot_mines-halo', 'pilot_mines'])
  })

  test('a dense layer is gathered from afar and only from afar', () => {
    const dense = { id: 'mines', declaration: datasets.mines.layer, features: mines } as const
    expect(buildLayers(input({ ...dense, zoom: 2 })).map(({ id }) => id)).toEqual(['mines-cells'])
    expect(buildLayers(input({ ...dense, zoom: 4 })).map(({ id }) => id)).toEqual(['mines'])
    expect(buildLayers(input({ ...dense, features: mines.slice(0, 20), zoom: 2 })).map(({ id }) => id)).toEqual([
      'mines',
    ])
  })

  test('protected areas are drawn whole at any zoom', () => {
    const areas = { id: 'protected_areas', declaration: datasets.protected_areas.layer, zoom: 1 } as const
    expect(buildLayers(input(areas)).map(({ id }) => id)).toEqual(['protected_areas'])
  })

  test('every combination of severity and group has a picture of its own', () => {
    const kinds = iconKinds('diamond', layerScales(datasets.incident_reports.layer, 'light'))
    expect(new Set(kinds.map(({ key }) => key)).size).toBe(5 * 4)
  })

  test('groups are drawn from the ground up, in whatever order they come', () => {
    const [a, b] = [buildLayers(input({})), buildLayers(input({ id: 'mines', declaration: datasets.mines.layer }))]
    const drawn = inDrawingOrder([
      { group: 'pilot_mine', layers: a },
      { group: 'other_mine', layers: b },
    ])
    expect(drawn.map(({ id }) => id)).toEqual(['mines', 'pilot_mines-halo', 'pilot_mines'])
    expect(layerGroups.indexOf('area')).toBeLessThan(layerGroups.indexOf('pilot_mine'))
  })
})

describe('cells', () => {
  test('hold every position exactly once', () => {
    const positions = fc.array(
      fc.tuple(fc.double({ min: -179, max: 179, noNaN: true }), fc.double({ min: -80, max: 80, noNaN: true })),
    )
    fc.assert(
      fc.property(positions, (some) => {
        expect(hexagonsOf(some, 2, 12).reduce((sum, { n }) => sum + n, 0)).toBe(some.length)
      }),
    )
  })

  test('a position lies within the radius of its cell', () => {
    const place = fc.tuple(
      fc.double({ min: -179, max: 179, noNaN: true }),
      fc.double({ min: -80, max: 80, noNaN: true }),
    )
    fc.assert(
      fc.property(place, (position) => {
        const [cell] = hexagonsOf([position], 3, 20)
        const [x, y] = toPixels(position, 3)
        const [cellX, cellY] = toPixels(cell?.centre ?? [0, 0], 3)
        expect(Math.hypot(x - cellX, y - cellY)).toBeLessThanOrEqual(20.01)
      }),
    )
  })
})

describe('Web Mercator, for the screen only', () => {
  test('there and back again', () => {
    const place = fc.tuple(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -85, max: 85, noNaN: true }),
    )
    fc.assert(
      fc.property(place, (position) => {
        const [longitude, latitude] = toPosition(toPixels(position, 5), 5)
        expect(longitude).toBeCloseTo(position[0], 6)
        expect(latitude).toBeCloseTo(position[1], 6)
      }),
    )
  })
})

describe('measuring in the page', () => {
  test('one degree of the equator is 111.2 km on the sphere', () => {
    const { metres, hectares } = measured([
      [0, 0],
      [1, 0],
    ])
    expect(metres).toBeCloseTo(111_195, -2)
    expect(hectares).toBeNull()
  })

  test('a ring is as far from its centre as it says, at the equator and in the north', () => {
    for (const centre of [
      [26, -10],
      [70, 65],
    ] as const) {
      const [corner = [0, 0]] = ringAround(centre, 20)
      const { metres } = measured([centre, corner])
      expect(Math.abs(metres - 20_000)).toBeLessThan(20)
    }
  })

  test('counts what lies within, the edge included', () => {
    const places = [0.05, 0.5, 5].map((offset) => [26 + offset, 0] as const)
    expect(countWithin([26, 0], places, 6)).toBe(1)
    expect(countWithin([26, 0], places, 60)).toBe(2)
  })

  test('the box round a point widens towards the poles and crosses the antimeridian', () => {
    const [west, south, east, north] = boxAround([179.9, 60], 50)
    expect(west).toBeGreaterThan(170)
    expect(east).toBeLessThan(-170)
    expect(north - south).toBeCloseTo(0.905, 2)
  })

  test('a reported area becomes a circle of that size, an unreported one a point', () => {
    const row = { site_id: 'a', longitude: 30, latitude: 0, rep_area_km2: 314 }
    const { geometry } = circleFeature(row, 'site_id', 'rep_area_km2')
    const ring = geometry?.type === 'Polygon' ? geometry.coordinates[0] : []
    const { hectares } = measured((ring ?? []).slice(0, -1).map(([x = 0, y = 0]) => [x, y] as const))
    expect(Math.abs((hectares ?? 0) / 31_400 - 1)).toBeLessThan(0.01)
    expect(circleFeature({ ...row, rep_area_km2: null }, 'site_id', 'rep_area_km2').geometry?.type).toBe('Point')
  })
})

test('the camera looks at what the filter leaves; at nothing, it stays', () => {
  expect(boundsOf([mine('a', 10, 5), mine('b', 30, -20)])).toEqual([9, -21, 31, 6])
  expect(boundsOf([])).toBeNull()
})

test('the base map names places in the language of the page and asks no other server', () => {
  const style = basemapStyle(palettes.light, 'zh', [])
  const text = JSON.stringify(style)
  expect(text).toContain('name_zh')
  expect(text).not.toMatch(/https?:\/\//)
})

describe('names on the map', () => {
  const names = [
    { text: 'Tenke Fungurume', position: [26.19, -10.57] },
    { text: 'Kisanfu', position: [26.2, -10.57] },
    { text: 'Las Bambas', position: [-72.3, -14.1] },
  ] as const

  test('two that would meet from afar both stand close by; the first in the list has precedence', () => {
    expect(placeNames(names, 5).map(({ text }) => text)).toEqual(['Tenke Fungurume', 'Las Bambas'])
    expect(placeNames(names, 16)).toHaveLength(3)
  })
})
