import { expect, test } from 'vitest'
import { realApp } from '#test/setup/real-app.ts'

const real = realApp()

interface Collection {
  readonly numberMatched: number
  readonly numberReturned: number
  readonly features: readonly { readonly id: string }[]
}

const read = async (query: string): Promise<Collection> =>
  (await real.app.request(`/api/collections/host_communities/items?${query}`)).json() as Promise<Collection>

test('a large page, which the engine sends in pieces, is what its small pages are together', async () => {
  const bbox = 'bbox=60,-10,141,55'
  const large = await read(`${bbox}&limit=2500&offset=3`)
  const small = await Promise.all(
    [3, 503, 1003, 1503, 2003].map((offset) => read(`${bbox}&limit=500&offset=${offset}`)),
  )
  expect(large.numberReturned).toBe(2_500)
  expect(large.features).toEqual(small.flatMap(({ features }) => features))
  expect(new Set(small.map(({ numberMatched }) => numberMatched))).toEqual(new Set([large.numberMatched]))
})

test('a large page that is not full knows how many features it has', async () => {
  const { numberMatched, numberReturned, features } = await read('bbox=60,-10,141,55&limit=100000')
  expect([numberReturned, features.length]).toEqual([numberMatched, numberMatched])
  expect(await read('bbox=60,-10,141,55&limit=100000&offset=90000')).toMatchObject({ numberMatched, numberReturned: 0 })
})
