import { queryOptions } from '@tanstack/react-query'
import type { FeatureCollection } from 'geojson'
import { longLived } from '#web/api/ask.ts'
import { asProblem, problemOf } from '#web/api/problem.ts'
import { rewoundAll } from '#web/map/azimuthal.ts'

/** One file of the base map (Natural Earth, from our own server), for pictures that are drawn without the map. */
export const basemapQuery = (name: 'land' | 'lakes' | 'rivers' | 'boundaries') =>
  queryOptions({
    queryKey: ['basemap', name],
    queryFn: async ({ signal }) => {
      const response = await fetch(`/basemap/${name}.geojson`, { signal }).catch((error: unknown) => {
        throw error instanceof DOMException && error.name === 'AbortError' ? error : asProblem(error)
      })
      if (!response.ok) throw await problemOf(response)
      return rewoundAll((await response.json()) as FeatureCollection)
    },
    ...longLived,
  })
