import { describe, expect, test } from 'vitest'
import { incidentReports } from '#data/datasets/incident-reports.ts'
import { pilotMines } from '#data/datasets/pilot-mines.ts'
import { programme } from '#data/datasets/programme.ts'
import type { Predicate } from '#server/cql2/ast.ts'
import { type CompileOptions, compileCql2 } from '#server/cql2/compile.ts'
import { filterCrs } from '#server/cql2/crs.ts'
import { Cql2Error } from '#server/cql2/error.ts'
import { parseCql2Json } from '#server/cql2/json.ts'
import { queryablesFor } from '#server/cql2/queryables.ts'
import { parseCql2Text } from '#server/cql2/text.ts'
import { oracleQueryables } from '#test/server/cql2/database.ts'

const incidents = queryablesFor(incidentReports)
const mines = queryablesFor(pilotMines)
const compile = (text: string, options?: CompileOptions) => compileCql2(parseCql2Text(text), incidents, options)

function errorOf(run: () => unknown): Cql2Error {
  try {
    run()
  } catch (error) {
    expect(error).toBeInstanceOf(Cql2Error)
    return error as Cql2Error
  }
  throw new Error('it was compiled')
}

describe('a filter becomes a condition with bound values', () => {
  test('names come from the declaration, values are parameters with a cast', () => {
    expect(compile("fatalities >= 3 AND title_en = 'x'' OR 1=1'")).toEqual({
      sql: '(("fatalities" >= cast($f1 as bigint)) and ("title_en" = cast($f2 as varchar)))',
      parameters: { f1: { type: 'bigint', value: 3 }, f2: { type: 'string', value: "x' OR 1=1" } },
    })
  })

  test('an alias and a prefix keep two filters of one statement apart', () => {
    const queryables = queryablesFor(incidentReports, 'i')
    const filter = compileCql2(parseCql2Text('fatalities > 2'), queryables, { prefix: 'second' })
    expect(filter.sql).toBe('("i"."fatalities" > cast($second1 as bigint))')
    expect(Object.keys(filter.parameters)).toEqual(['second1'])
  })

  test('a spatial filter has the box of the geometry first and the exact test after it, and asks no R-tree', () => {
    const { sql, parameters } = compile('S_INTERSECTS(geometry, LINESTRING(1 2, 3 4))')
    expect(sql).toMatch(
      /^\(st_intersects_extent\("geometry", st_makeenvelope\(.*\)\) and st_intersects\("geometry", st_geomfromtext\(cast\(\$f1 as varchar\)\)\)\)$/,
    )
    expect(Object.values(parameters).map(({ value }) => value)).toEqual(['LINESTRING(1 2,3 4)', 1, 2, 3, 4])
  })

  test('a box across the antimeridian is two boxes', () => {
    const { sql, parameters } = compile('S_WITHIN(geometry, BBOX(170,-10,-170,10))')
    expect(parameters.f1?.value).toBe(
      'MULTIPOLYGON(((170 -10,180 -10,180 10,170 10,170 -10)),((-180 -10,-170 -10,-170 10,-180 10,-180 -10)))',
    )
    expect(sql.match(/st_makeenvelope/g)).toHaveLength(2)
  })

  test('a flat box is the line or point that is left of it', () => {
    expect(compile('S_WITHIN(geometry, BBOX(1,2,1,2))').parameters.f1?.value).toBe('POINT(1 2)')
    expect(compile('S_WITHIN(geometry, BBOX(1,2,1,5))').parameters.f1?.value).toBe('LINESTRING(1 2,1 5)')
  })

  test('a pattern never ends in an escape and never escapes what is not wild', () => {
    const pattern = (text: string) =>
      compileCql2(parseCql2Json({ op: 'like', args: [{ property: 'title_en' }, text] }), incidents).parameters.f1?.value
    expect(pattern('a\\')).toBe('a\\\\')
    expect(pattern('a\\bc\\%')).toBe('abc\\%')
    expect(pattern('\\\\\\')).toBe('\\\\\\\\')
  })

  test('a string that is a date counts as one beside a date', () => {
    expect(compile("event_date IN ('2020-01-01')").sql).toBe('("event_date" in (cast($f1 as date)))')
    expect(compile("event_date = '2020-01-01T00:00:00Z'").sql).toBe(
      '(cast("event_date" as timestamp) = cast($f1 as timestamp))',
    )
  })
})

describe('coordinates of a filter', () => {
  const first = (text: string, crs: CompileOptions['filterCrs']) =>
    compile(text, crs === undefined ? {} : { filterCrs: crs }).parameters.f1?.value

  test('are longitude and latitude, unless the CRS says otherwise', () => {
    expect(first('S_WITHIN(geometry, POINT(101 -20))', undefined)).toBe('POINT(101 -20)')
    expect(first('S_WITHIN(geometry, POINT(-20 101))', 'EPSG:4326')).toBe('POINT(101 -20)')
    expect(first('S_WITHIN(geometry, BBOX(-20,100,-10,101))', 'EPSG:4326')).toBe(
      'POLYGON((100 -20,101 -20,101 -10,100 -10,100 -20))',
    )
  })

  test('in Web Mercator come back to longitude and latitude', () => {
    const text = String(first('S_WITHIN(geometry, POINT(11243268.57012063 -2273030.9269876895))', 'EPSG:3857'))
    const [longitude, latitude] = [...text.matchAll(/-?\d+(\.\d+)?/g)].map(([number]) => Number(number))
    expect(longitude).toBeCloseTo(101, 9)
    expect(latitude).toBeCloseTo(-20, 9)
    expect(first('S_WITHIN(geometry, POINT(-20037508.342789244 0))', 'EPSG:3857')).toBe('POINT(-180 0)')
  })

  test('that are not on Earth are an error at the geometry', () => {
    expect(errorOf(() => compile('S_INTERSECTS(geometry, POINT(90 180))')).message).toBe(
      'latitude 180 is not between -90 and 90 at 23',
    )
    expect(errorOf(() => compile('S_INTERSECTS(geometry, BBOX(-181,0,1,1))')).message).toBe(
      'longitude -181 is not between -180 and 180 at 23',
    )
    expect(errorOf(() => compile('S_INTERSECTS(geometry, POINT(101 20))', { filterCrs: 'EPSG:4326' })).message).toMatch(
      /^latitude 101/,
    )
    expect(errorOf(() => compile('S_INTERSECTS(geometry, BBOX(0,5,1,1))')).message).toMatch(
      /^the box has its lower corner \(5\) above/,
    )
  })

  test('three CRS are known by their URI', () => {
    expect(filterCrs['http://www.opengis.net/def/crs/EPSG/0/4326']).toBe('EPSG:4326')
    expect(Object.values(filterCrs)).toEqual(['CRS84', 'EPSG:4326', 'EPSG:3857'])
  })
})

describe('what does not fit is an error that names it', () => {
  test.for([
    ['deaths > 1', /^unknown property 'deaths' \(known are incident_id, .*, geometry\) at 0$/],
    ['constructor = 1', /^unknown property 'constructor'/],
    ['"fatalities"" = 1 OR ""1" = 1', /^unknown property 'fatalities" = 1 OR "1'/],
    ["fatalities = 'x'", /^'fatalities' is a number and can't be compared with a string at 13$/],
    ['title_en < 5', /^'title_en' is a string and can't be compared with a number at 11$/],
    ['is_running_total = 1', /^'is_running_total' is a boolean and can't be compared with a number at 19$/],
    ["event_date = 'soon'", /^'event_date' is a date and can't be compared with a string at 13$/],
    ['fatalities = event_date', /^'fatalities' is a number and can't be compared with a date at 13$/],
    ["fatalities IN (1, 'x', 3)", /can't be compared with a string at 18$/],
    ["fatalities BETWEEN 1 AND '2'", /can't be compared with a string at 25$/],
    ["title_en BETWEEN 'a' AND 'b'", /^BETWEEN compares numbers or dates, and this is a string at 0$/],
    ["fatalities LIKE '1%'", /^LIKE compares strings, and this is a number at 0$/],
    ['title_en LIKE title_zh', /^LIKE takes a pattern in quotes, not a property at 14$/],
    ["CASEI(fatalities) = 'x'", /^CASEI takes a string, and 'fatalities' is a number at 6$/],
    ['title_en + 1 = 2', /^'\+' takes a number, and 'title_en' is a string at 0$/],
    ['geometry = 1', /^'geometry' is a geometry; use a spatial function at 0$/],
    ['S_WITHIN(title_en, POINT(1 2))', /^'title_en' is a string, not a geometry at 9$/],
    ["T_AFTER(title_en, DATE('2020-01-01'))", /^'title_en' is a string, not a date at 8$/],
    ["A_CONTAINS(title_en, ('x'))", /^'title_en' is a string, not a list at 11$/],
    [
      "T_DURING(event_date, INTERVAL('2020-01-01', '..'))",
      /^T_DURING compares two intervals, and 'event_date' is an instant; use T_INTERSECTS, .* at 9$/,
    ],
    ["T_AFTER(event_date, INTERVAL('2021-01-01', '2020-01-01'))", /^the interval ends before it starts at 20$/],
    [
      "T_AFTER(event_date, INTERVAL('2021-01-01', '2021-01-01T00:00:00Z'))",
      /^an interval has two dates or two timestamps/,
    ],
    ['S_DWITHIN(geometry, POINT(1 2), -5)', /^a distance is not negative at 32$/],
    [
      'S_DWITHIN(geometry, LINESTRING(1 2, 3 4), 100001)',
      /^S_DWITHIN to a line or polygon reaches at most 100000 m at 42$/,
    ],
    ['S_DWITHIN(geometry, geometry, 5)', /^S_DWITHIN compares one property with one geometry at 0$/],
  ] as const)('%s', ([text, message]) => {
    expect(errorOf(() => compile(text)).message).toMatch(message)
  })

  test('a list property is compared by array functions only', () => {
    const error = errorOf(() => compileCql2(parseCql2Text("asset_type = 'MINE'"), mines))
    expect(error.message).toBe(
      "'asset_type' is a list; use an array function, as in A_CONTAINS(asset_type, ('...')) at 0",
    )
  })

  test('S_DWITHIN of a shape from a shape is refused', () => {
    const areas = oracleQueryables('polygon')
    const error = errorOf(() => compileCql2(parseCql2Text('S_DWITHIN(geometry, LINESTRING(0 0, 1 1), 5)'), areas))
    expect(error.message).toBe('S_DWITHIN measures from a point: the property or the geometry has to be one at 0')
  })

  test('a collection without a geometry has none to name', () => {
    expect(errorOf(() => compileCql2(parseCql2Text('geometry IS NULL'), queryablesFor(programme))).message).toMatch(
      /^unknown property 'geometry'/,
    )
  })

  test('in JSON the error has the pointer', () => {
    const filter = parseCql2Json({ op: 'and', args: [true, { op: '=', args: [{ property: 'fatalities' }, 'x'] }] })
    expect(errorOf(() => compileCql2(filter, incidents)).pointer).toBe('/args/1/args/1')
  })

  test('a tree built by hand is measured too', () => {
    let filter: Predicate = { kind: 'boolean', value: true, place: {} }
    for (let level = 0; level < 100_000; level += 1) filter = { kind: 'not', operand: filter, place: {} }
    expect(errorOf(() => compileCql2(filter, incidents)).message).toBe('the filter is nested more than 16 deep')
  })
})
