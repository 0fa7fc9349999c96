import { describe, expect, test } from 'vitest'
import { itemRows, numberOf, overlay, send, square } from '#test/setup/execute.ts'
import { realApp } from '#test/setup/real-app.ts'

const real = realApp()
const copperbelt = square(25, -13, 29, -10)

describe('a drawn area', () => {
  test('holds the communities that the bounding box holds, and their people', async () => {
    const { totals, rows } = await overlay(real.app, {
      left: { collection: 'host_communities' },
      right: copperbelt,
      relation: 'intersects',
    })
    const inside = await itemRows(real.app, 'host_communities/items?f=json&limit=100000&bbox=25,-13,29,-10')
    expect(rows.map(({ left_id }) => left_id).sort()).toEqual(
      inside.map(({ community_id }) => String(community_id)).sort(),
    )
    expect(totals).toMatchObject({ pairs: inside.length, left_features: inside.length, right_features: 1 })
  })

  test('within a distance: all that is inside, and those whose parallel or meridian is that near', async () => {
    const { rows } = await overlay(real.app, {
      left: { collection: 'host_communities' },
      right: square(2, 7, 6, 9),
      relation: 'within',
      distance_m: 20_000,
    })
    const north = rows.filter(({ latitude, longitude }) => latitude > 9 && longitude > 2.5 && longitude < 5.5)
    expect(north.length).toBeGreaterThan(0)
    for (const { latitude, longitude, distance_m } of north) {
      const there = `st_point2d(${longitude}, ${latitude}), st_point2d(${longitude}, 9)`
      const truth = await numberOf(real.engine, `select st_distance_spheroid(${there}) as m`)
      expect(Math.abs(distance_m - truth)).toBeLessThan(Math.max(1, distance_m * 0.001))
    }
  })

  test('adds up what is asked for, each feature of the right side once', async () => {
    const mines = {
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', id: 'a', properties: { name: 'A', staff: 10 }, geometry: copperbelt },
        { type: 'Feature', id: 'b', properties: { staff: 7 }, geometry: copperbelt },
      ],
    }
    const { totals, summary } = await overlay(real.app, {
      left: { collection: 'mines', filter: "iso3 = 'ZMB'" },
      right: mines,
      relation: 'intersects',
      sum_field: 'staff',
    })
    expect(summary.length).toBeGreaterThan(1)
    for (const line of summary) expect(line).toMatchObject({ n: 2, total: 17, unknown: 0 })
    expect(totals).toMatchObject({ total: 17, right_features: 2, left_features: summary.length })
  })

  test('across the antimeridian is cut, not taken the long way round', async () => {
    const pacific = {
      type: 'Polygon',
      coordinates: [
        [
          [176, -20],
          [-178, -20],
          [-178, -15],
          [176, -15],
          [176, -20],
        ],
      ],
    }
    const { rows } = await overlay(real.app, {
      left: { collection: 'countries' },
      right: pacific,
      relation: 'intersects',
    })
    const names = rows.map(({ left_id }) => left_id)
    expect(names).toContain('FJI')
    expect(names).not.toContain('ZAF')
  })
})

describe('land in common', () => {
  test('of an area and a drawn one that covers it is the whole of it', async () => {
    const [area] = await itemRows(real.app, 'protected_areas/items?f=json&limit=400&iso3=ZMB')
    const [longitude, latitude] = [Number(area?.longitude), Number(area?.latitude)]
    const around = square(longitude - 4, latitude - 4, longitude + 4, latitude + 4)
    const { rows } = await overlay(real.app, {
      left: { collection: 'protected_areas', filter: `site_id = '${area?.site_id}'` },
      right: around,
      relation: 'overlap_area',
    })
    expect(Number(rows[0]?.overlap_ha) / 100).toBeCloseTo(Number(area?.rep_area_km2), 1)
  })

  test('of shapes that overlap each other is counted once in the summary, and twice in the pairs', async () => {
    const twice = {
      type: 'FeatureCollection',
      features: [1, 2].map((id) => ({ type: 'Feature', id, properties: {}, geometry: copperbelt })),
    }
    const { rows, summary, totals } = await overlay(real.app, {
      left: { collection: 'protected_areas', filter: "iso3 = 'ZMB'" },
      right: twice,
      relation: 'overlap_area',
    })
    expect(summary.length).toBeGreaterThan(0)
    for (const { left_id, overlap_ha } of summary) {
      const pairs = rows.filter((row) => row.left_id === left_id)
      expect(pairs.length).toBe(2)
      expect(Number(overlap_ha)).toBeCloseTo(Number(pairs[0]?.overlap_ha), 3)
    }
    expect(Number(totals.overlap_ha)).toBeLessThanOrEqual(
      summary.reduce((sum, { overlap_ha }) => sum + Number(overlap_ha), 0) + 0.01,
    )
  })

  test('a large square has the area that GeographicLib gives it with a corner each 0.01 degrees', async () => {
    const { rows } = await overlay(real.app, {
      left: { collection: 'countries', filter: "iso3 = 'DZA'" },
      right: square(0, 25, 5, 30),
      relation: 'overlap_area',
    })
    const steps = Array.from({ length: 501 }, (_, step) => step / 100)
    const corners = [...steps.map((x) => `${x} 25`), ...[...steps].reverse().map((x) => `${x} 30`), '0 25'].join(',')
    const truth = await numberOf(
      real.engine,
      `select st_area_spheroid(st_geomfromtext('POLYGON((${corners}))')) / 1e4 as ha`,
    )
    expect(Math.abs(Number(rows[0]?.overlap_ha) / truth - 1)).toBeLessThan(0.0001)
  })
})

test('a document holds the result under its name', async () => {
  const inputs = {
    left: { value: { collection: 'mines' } },
    right: { value: copperbelt, mediaType: 'application/geo+json' },
    relation: 'intersects',
  }
  const answer = await send(real.app, {
    inputs,
    outputs: { result: { transmissionMode: 'value' } },
    response: 'document',
  })
  const json = (await answer.json()) as { result: { value: { rows: unknown[] } } }
  expect(json.result.value.rows.length).toBeGreaterThan(0)
})
