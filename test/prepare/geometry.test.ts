import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutAtAntimeridian } from '#server/prepare/geometry/antimeridian.ts'
import { densify } from '#server/prepare/geometry/densify.ts'
import { geodesicCircle } from '#server/prepare/geometry/geodesic.ts'
import { boundsOf, centreOf, type MultiPolygon, orient, type Ring, signedArea } from '#server/prepare/geometry/shape.ts'
import { placeOf, readMultiPolygon, writeMultiPolygon } from '#server/prepare/geometry/wkb.ts'
import { square } from '#test/prepare/places.ts'

const area = (shape: MultiPolygon) =>
  shape.reduce(
    (sum, [outer = [], ...holes]) =>
      sum + Math.abs(signedArea(outer)) - holes.reduce((all, hole) => all + Math.abs(signedArea(hole)), 0),
    0,
  ) / 2

describe('the antimeridian', () => {
  it('leaves a shape that does not cross it alone', () => {
    const shape = square(170, -20, 180, -10)
    expect(cutAtAntimeridian(shape)).toEqual(shape)
  })

  it('cuts a shape that jumps from 179 to -179 into its two parts', () => {
    const fiji: Ring = [
      [179, -18],
      [-179, -18],
      [-179, -16],
      [179, -16],
      [179, -18],
    ]
    const parts = cutAtAntimeridian([[fiji]])
    expect(parts.map((part) => boundsOf([part]))).toEqual(
      [
        [-180, -18, -179, -16],
        [179, -18, 180, -16],
      ].sort((a, b) => (b[0] ?? 0) - (a[0] ?? 0)),
    )
    expect(area(parts)).toBeCloseTo(4, 9)
  })

  it('keeps a hole in the part that it lies in', () => {
    const outer: Ring = [
      [178, 0],
      [182, 0],
      [182, 4],
      [178, 4],
      [178, 0],
    ]
    const hole: Ring = [
      [-179, 1],
      [-179, 2],
      [-178.5, 2],
      [-178.5, 1],
      [-179, 1],
    ]
    const parts = cutAtAntimeridian([[outer, hole]])
    expect(parts.map((part) => part.length).sort()).toEqual([1, 2])
    expect(area(parts)).toBeCloseTo(15.5, 9)
  })

  it('keeps a cap over a pole, whose edge goes round the world', () => {
    const cap: Ring = [
      [-180, -90],
      [180, -90],
      [180, -80],
      [-180, -80],
      [-180, -90],
    ]
    expect(cutAtAntimeridian([[cap]])).toEqual([[cap]])
  })

  it('gives rings in range and counterclockwise for circles anywhere', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -89.99, max: 89.99, noNaN: true }),
        fc.double({ min: 100, max: 200_000, noNaN: true }),
        (longitude, latitude, radiusM) => {
          const shape = geodesicCircle([longitude, latitude], radiusM, 64)
          const [west, south, east, north] = boundsOf(shape)
          expect(west >= -180 && south >= -90 && east <= 180 && north <= 90).toBe(true)
          for (const [outer = []] of shape) expect(signedArea(outer)).toBeGreaterThan(0)
          for (const [outer = []] of shape) expect(outer[0]).toEqual(outer.at(-1))
        },
      ),
      { numRuns: 500, seed: 3 },
    )
  })
})

describe('well-known binary', () => {
  const hole: Ring = [
    [1, 1],
    [1, 2],
    [2, 2],
    [2, 1],
    [1, 1],
  ]
  const [outer = []] = square(0, 0, 4, 4)[0] ?? []

  it.each([[[[outer]]], [[[outer, hole]]], [[[outer, hole], ...square(10, 10, 11, 11)]]])(
    'comes back as it was',
    (shape) => {
      expect(readMultiPolygon(writeMultiPolygon(shape))).toEqual(shape)
    },
  )

  it('reads the other byte order, and heights as nothing', () => {
    const bytes = Buffer.alloc(1 + 4 + 4 + 4 + 4 * 24)
    bytes.writeUInt8(0, 0)
    bytes.writeUInt32BE(1_003, 1)
    bytes.writeUInt32BE(1, 5)
    bytes.writeUInt32BE(4, 9)
    const corners = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ] as const
    for (const [index, [x, y]] of corners.entries()) {
      bytes.writeDoubleBE(x, 13 + index * 24)
      bytes.writeDoubleBE(y, 21 + index * 24)
      bytes.writeDoubleBE(500, 29 + index * 24)
    }
    expect(readMultiPolygon(bytes)).toEqual([[corners]])
  })

  it('refuses a line', () => {
    const bytes = Buffer.alloc(9)
    bytes.writeUInt8(1, 0)
    bytes.writeUInt32LE(2, 1)
    expect(() => readMultiPolygon(bytes)).toThrow('not a polygon')
  })

  it('places a polygon at the centre of its largest part', () => {
    const [x, y] = placeOf(writeMultiPolygon([...square(50, 50, 51, 51), ...square(0, 0, 4, 2)]))
    expect([x, y]).toEqual([2, 1])
    expect(centreOf(square(10, -4, 12, -2))).toEqual([11, -3])
  })
})

describe('shapes', () => {
  it('follow the right-hand rule after orienting, and twice is once', () => {
    const [outer = []] = square(0, 0, 4, 4)[0] ?? []
    const hole: Ring = [
      [1, 1],
      [2, 1],
      [2, 2],
      [1, 2],
      [1, 1],
    ]
    const turned = orient([[[...outer].reverse(), hole]])
    expect(turned[0]?.map((ring) => Math.sign(signedArea(ring)))).toEqual([1, -1])
    expect(orient(turned)).toEqual(turned)
  })

  it('gain corners on long edges only, and keep their area', () => {
    const small = square(20, 42, 20.001, 42.001)
    expect(densify(small)).toEqual(small)
    const wide = densify(square(20, 42, 24, 43))
    expect(wide[0]?.[0]?.length).toBeGreaterThan(100)
    expect(area(wide)).toBeCloseTo(4, 9)
  })
})
