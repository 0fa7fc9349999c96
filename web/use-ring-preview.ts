import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { parameters } from '#data/parameters.ts'
import { positionOf } from '#web/api/features.ts'
import { aroundQuery, featureQuery } from '#web/api/queries.ts'
import type * as Geodesy from '#web/map/geodesy.ts'
import type { RingPreview } from '#web/state/ring-preview.ts'
import { useView } from '#web/state/use-view.ts'

/**
 * What the ring would hold, counted in the page while it is dragged. Host communities round the selected mine are asked for
 * once, out to the widest ring, as soon as the mine is selected.
 */
export function useRingPreview(radius_km: number | null): RingPreview | null {
  const [view] = useView()
  const geodesy = useGeodesy()
  const select = view.select?.dataset === 'pilot_mines' || view.select?.dataset === 'mines' ? view.select : null
  const { data: mine } = useQuery({
    ...featureQuery(select?.dataset ?? 'pilot_mines', select?.id ?? ''),
    enabled: select !== null,
  })
  const centre = select !== null && mine !== undefined ? positionOf(mine) : null
  const box = centre === null || geodesy === null ? null : geodesy.boxAround(centre, parameters.radius_km.max)
  const { data: around } = useQuery(aroundQuery('host_communities', box))
  const positions = useMemo(
    () => around?.features.map(positionOf).filter((position) => position !== null) ?? null,
    [around],
  )
  if (radius_km === null) return null
  const canCount = geodesy !== null && centre !== null && positions !== null
  return { radius_km, features: canCount ? geodesy.countWithin(centre, positions, radius_km) : null }
}

/** Turf comes with the map, after the page. */
function useGeodesy(): typeof Geodesy | null {
  const [geodesy, setGeodesy] = useState<typeof Geodesy | null>(null)
  useEffect(() => {
    void import('#web/map/geodesy.ts').then(setGeodesy)
  }, [])
  return geodesy
}
