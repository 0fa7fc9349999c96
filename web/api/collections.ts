import { queryOptions } from '@tanstack/react-query'
import { longLived } from '#web/api/ask.ts'
import { api, bodyOf } from '#web/api/client.ts'

/** Every collection of the atlas that has a place on Earth: datasets, overlays, indicators. */
export const collectionsQuery = () =>
  queryOptions({
    queryKey: ['collections'],
    queryFn: async ({ signal }) => {
      const { collections } = await bodyOf(api.collections.$get({ query: {} }, { init: { signal } }))
      return collections.filter(({ geometry }) => geometry !== 'none')
    },
    ...longLived,
  })
