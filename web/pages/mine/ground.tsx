import { useQuery } from '@tanstack/react-query'
import { type GeoProjection, geoPath } from 'd3-geo'
import { basemapQuery } from '#web/api/basemap.ts'

/** Land and boundaries below a picture, in the colours of the map. */
export function Ground({ projection }: { readonly projection: GeoProjection }) {
  const { data: land } = useQuery(basemapQuery('land'))
  const { data: lakes } = useQuery(basemapQuery('lakes'))
  const { data: boundaries } = useQuery(basemapQuery('boundaries'))
  const path = geoPath(projection).digits(1)
  return (
    <g className="picture-ground">
      {land === undefined ? null : <path className="picture-land" d={path(land) ?? ''} />}
      {lakes === undefined ? null : <path className="picture-lake" d={path(lakes) ?? ''} />}
      {boundaries === undefined ? null : <path className="picture-boundary" d={path(boundaries) ?? ''} />}
    </g>
  )
}
