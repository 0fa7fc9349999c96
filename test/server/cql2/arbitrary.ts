import fc from 'fast-check'
import type { Box, Collection, Cql2, Instant, Interval, Property, Scalar } from '#server/cql2/ast.ts'
import { arithmeticOperators, arrayRelations, comparisonOperators } from '#server/cql2/operators.ts'

const place = {}
const property = (...names: string[]): fc.Arbitrary<Property> =>
  fc.constantFrom(...names).map((name) => ({ kind: 'property', name, place }))

const letters = fc.constantFrom(
  'a',
  'A',
  'b',
  'é',
  'Ø',
  'ß',
  '金',
  '矿',
  '😀',
  "'",
  '"',
  '%',
  '_',
  '\\',
  ' ',
  '\n',
  ';',
  '$f1',
  '--',
)
/** Short texts from few letters, so that equal ones are common; with quotes, escapes, marks and Chinese. */
export const texts = fc.array(letters, { maxLength: 4 }).map((parts) => parts.join(''))
export const days = fc.constantFrom('2005-01-01', '2019-12-31', '2020-02-29', '2021-06-15')
const numbers = fc.oneof(fc.integer({ min: -3, max: 12 }), fc.constantFrom(0.1, 0.5, 2.5, 33.3, -0.25, 1e21, 1e-7))

const string = texts.map((value): Scalar => ({ kind: 'string', value, place }))
const number = numbers.map((value): Scalar => ({ kind: 'number', value, place }))
const instant: fc.Arbitrary<Instant> = fc.oneof(
  days.map((value) => ({ kind: 'date' as const, value, place })),
  days.map((value) => ({ kind: 'timestamp' as const, value: `${value}T12:00:00Z`, place })),
)

const { numeric } = fc.letrec<{ numeric: Scalar }>((tie) => ({
  numeric: fc.oneof(
    { maxDepth: 2 },
    fc.oneof(number, property('people', 'share')),
    fc
      .tuple(
        fc.constantFrom(...arithmeticOperators.filter((operator) => operator !== '^')),
        tie('numeric'),
        tie('numeric'),
      )
      .map(([operator, left, right]): Scalar => ({ kind: 'arithmetic', operator, left, right, place })),
  ),
}))
const plainText = fc.oneof(string, property('name', 'name_zh', 'status'))
const folded = fc
  .tuple(fc.constantFrom('casei' as const, 'accenti' as const), plainText)
  .map(([kind, operand]): Scalar => ({ kind, operand, place }))
const textual = fc.oneof(plainText, folded)
const truth = fc.oneof(
  fc.boolean().map((value): Scalar => ({ kind: 'boolean', value, place })),
  property('is_active'),
)
const dated = fc.oneof(instant, property('event_date', 'start_date', 'end_date'))

const pair = <T>(values: fc.Arbitrary<T>) => fc.tuple(values, values)
const comparison = fc
  .tuple(fc.constantFrom(...comparisonOperators), fc.oneof(pair(numeric), pair(textual), pair(truth), pair(dated)))
  .map(([operator, [left, right]]): Cql2 => ({ kind: 'comparison', operator, left, right, place }))
const between = fc
  .tuple(numeric, numeric, numeric)
  .map(([value, low, high]): Cql2 => ({ kind: 'between', value, low, high, place }))
const list = <T extends Scalar>(value: fc.Arbitrary<T>, items: fc.Arbitrary<Scalar>) =>
  fc
    .tuple(value, fc.array(items, { minLength: 1, maxLength: 3 }))
    .map(([one, all]): Cql2 => ({ kind: 'in', value: one, list: all, place }))
const like = fc.tuple(textual, string).map(([value, pattern]): Cql2 => ({ kind: 'like', value, pattern, place }))
const isNull = property('name', 'people', 'event_date', 'is_active', 'codes').map(
  (operand): Cql2 => ({ kind: 'isNull', operand, place }),
)

const open = { kind: 'open', place } as const
const fields = property('start_date', 'end_date', 'event_date')
const interval: fc.Arbitrary<Interval> = fc.oneof(
  fc.tuple(fields, fields).map(([start, end]): Interval => ({ kind: 'interval', start, end, place })),
  fc.tuple(days, days).map(([a, b]): Interval => {
    const [start, end] = [a, b].sort().map((value): Instant => ({ kind: 'date', value, place })) as [Instant, Instant]
    return { kind: 'interval', start, end, place }
  }),
  fields.map((start): Interval => ({ kind: 'interval', start, end: open, place })),
  days.map((value): Interval => ({ kind: 'interval', start: open, end: { kind: 'date', value, place }, place })),
)
const temporal = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('t_after', 't_before', 't_equals', 't_intersects', 't_disjoint'),
      pair(fc.oneof(dated as fc.Arbitrary<Instant>, interval)),
    )
    .map(([relation, [left, right]]): Cql2 => ({ kind: 'temporal', relation, left, right, place })),
  fc
    .tuple(fc.constantFrom('t_during', 't_contains'), pair(interval))
    .map(([relation, [left, right]]): Cql2 => ({ kind: 'temporal', relation, left, right, place })),
)
const codes = fc.array(fc.constantFrom('MINE', 'PLANT', 'PORT'), { maxLength: 3 })
const arrays = fc
  .tuple(fc.constantFrom(...arrayRelations), codes, fc.boolean())
  .map(([relation, values, isFirst]): Cql2 => {
    const items = values.map((value): Scalar => ({ kind: 'string', value, place }))
    const sides: [Collection, Collection] = [
      { kind: 'property', name: 'codes', place },
      { kind: 'array', items, place },
    ]
    const [left, right] = isFirst ? sides : (sides.toReversed() as [Collection, Collection])
    return { kind: 'arrays', relation, left, right, place }
  })
const box = fc
  .tuple(pair(fc.integer({ min: -180, max: 180 })), pair(fc.integer({ min: -90, max: 90 })))
  .map(
    ([[west, east], [a, b]]): Box => ({ kind: 'bbox', corners: [west, Math.min(a, b), east, Math.max(a, b)], place }),
  )
const spatial = fc.tuple(fc.constantFrom('s_intersects', 's_disjoint'), box).map(([relation, right]): Cql2 => {
  return { kind: 'spatial', relation, left: { kind: 'property', name: 'geometry', place }, right, place }
})

/** Well-typed filters over the columns of the oracle's world, few enough of nodes to be within the limits. */
export const { filters } = fc.letrec<{ filters: Cql2 }>((tie) => ({
  filters: fc.oneof(
    { maxDepth: 3 },
    fc.oneof(
      comparison,
      between,
      list(numeric, number),
      list(plainText, string),
      like,
      isNull,
      temporal,
      arrays,
      spatial,
    ),
    fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('filters'), { minLength: 2, maxLength: 3 }))
      .map(([kind, operands]): Cql2 => ({ kind, operands, place })),
    tie('filters').map((operand): Cql2 => ({ kind: 'not', operand, place })),
    tie('filters').map((operand): Cql2 => ({ kind: 'isNull', operand, place })),
  ),
}))
