import { describe, expect, test } from 'vitest'
import { send, square } from '#test/setup/execute.ts'
import { tinyApp } from '#test/setup/tiny-app.ts'

const tiny = tinyApp()
const left = { collection: 'host_communities' }
const execute = (right: unknown, more: object) =>
  send(tiny.app, { inputs: { left, right, relation: 'intersects', ...more } })

describe('other inputs that are refused', () => {
  test.each<[string, object, RegExp]>([
    ['no relation', { relation: undefined }, /relation/],
    ['an unknown relation', { relation: 'touches; select 1' }, /relation/],
    ['within no distance', { relation: 'within' }, /distance_m/],
    ['within too far', { relation: 'within', distance_m: 50_001 }, /50000/],
    ['within less than nothing', { relation: 'within', distance_m: -1 }, /distance_m/],
    ['within a text', { relation: 'within', distance_m: '5' }, /distance_m/],
    ['a distance for nothing', { distance_m: 5 }, /means something for/],
    ['too many nearest', { relation: 'nearest', k: 11 }, /k/],
    ['half a nearest', { relation: 'nearest', k: 1.5 }, /k/],
    ['a sum of what is not there', { sum_field: 'nothing', right: { collection: 'mines' } }, /not a number field/],
    ['a sum of texts', { sum_field: 'mine_name', right: { collection: 'mines' } }, /not a number field/],
    ['an input that does not exist', { colour: 'red' }, /colour/],
    ['a left side that is GeoJSON', { left: square(0, 0, 1, 1) }, /left/],
  ])('%s', async (_, more, reason) => {
    const answer = await execute(square(0, 0, 1, 1), more)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json'])
    expect(((await answer.json()) as { detail: string }).detail).toMatch(reason)
  })

  test.each<[string, string, number]>([
    ['no JSON', '{"inputs":', 400],
    ['a list', '[]', 400],
    ['null', 'null', 400],
    ['a callback', '{"inputs":{"message":"x"},"subscriber":{"successUri":"http://localhost:1"}}', 400],
    ['an output that does not exist', '{"inputs":{"message":"x"},"outputs":{"other":{}}}', 400],
    [
      'an output by reference',
      '{"inputs":{"message":"x"},"outputs":{"message":{"transmissionMode":"reference"}}}',
      400,
    ],
    ['a prototype', '{"inputs":{"__proto__":{"message":"x"}}}', 400],
  ])('a body that is %s', async (_, body, status) => {
    expect((await send(tiny.app, body, {}, 'echo')).status).toBe(status)
  })

  test('a body that does not say that it is JSON: a form of another site can send no other', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonp',
    ]) {
      expect((await send(tiny.app, '{"inputs":{"message":"x"}}', { 'content-type': type }, 'echo')).status).toBe(415)
    }
  })

  test('a process that does not exist', async () => {
    const answer = await send(tiny.app, { inputs: {} }, {}, 'delete-everything')
    expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([
      404,
      'http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/no-such-process',
    ])
  })
})
