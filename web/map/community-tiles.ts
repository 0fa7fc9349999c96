import type { ExpressionSpecification, LayerSpecification, Map as MapLibreMap, SourceSpecification } from 'maplibre-gl'
import { useEffect, useMemo, useState } from 'react'
import { datasets } from '#data/catalog.ts'
import { communitiesNearMines } from '#data/overlays/communities-near-mines.ts'
import type { Feature, Row } from '#web/api/features.ts'
import type { Theme } from '#web/encoding/palette.ts'
import { layerScales } from '#web/encoding/scale.ts'
import { iconSize, makeIconAtlas } from '#web/map/icon-atlas.ts'
import { gatheredBelow } from '#web/map/layers/honeycomb.ts'
import { iconKinds } from '#web/map/layers/icon.ts'
import { type Filter, pickFilter } from '#web/state/view.ts'

/** From so many features on a layer comes as vector tiles: below, one answer is quicker and can be counted in the page. */
export const tilesFrom = 10_000

const collection = 'communities_near_mines'
const sourceId = 'tiles-host_communities'
/** The layer that shows the marks: what is pointed at is looked for in it. */
export const tileLayerId = 'tiles-host_communities-marks'
const imageOf = (theme: Theme): string => `host_communities-${theme}`
/** Pixels of the picture of a mark. */
const picturePx = 64

const tilesUrl = (filter: Filter): string =>
  `${window.location.origin}/api/collections/${collection}/tiles/WebMercatorQuad/{z}/{y}/{x}?${new URLSearchParams(pickFilter(filter, communitiesNearMines.parameters))}`

/** Size by population in the declared steps, as on the legend; unknown is the smallest. */
function sizeExpression(): ExpressionSpecification {
  const { size } = datasets.host_communities.layer
  const scaleOf = (px: number) => iconSize(px) / picturePx
  const [smallest = 4, ...others] = size.px
  const steps = others.flatMap((px, index) => [size.steps[index + 1] ?? 0, scaleOf(px)])
  return ['step', ['coalesce', ['get', 'population'], 0], scaleOf(smallest), ...steps] as ExpressionSpecification
}

export interface TileParts {
  readonly sources: Readonly<Record<string, SourceSpecification>>
  readonly layers: readonly LayerSpecification[]
}

/** Source and layers of the tiles; from afar they are only fetched, and the page gathers them in cells. */
export function communityTiles(filter: Filter, theme: Theme): TileParts {
  const shared = { source: sourceId, 'source-layer': collection } as const
  return {
    sources: { [sourceId]: { type: 'vector', tiles: [tilesUrl(filter)], minzoom: 0, maxzoom: 12 } },
    layers: [
      { id: `${sourceId}-far`, type: 'circle', ...shared, maxzoom: gatheredBelow, paint: { 'circle-opacity': 0 } },
      {
        id: tileLayerId,
        type: 'symbol',
        ...shared,
        minzoom: gatheredBelow,
        layout: {
          'icon-image': imageOf(theme),
          'icon-size': sizeExpression(),
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
        },
      },
    ],
  }
}

/** The mark of the map's own icons, painted when the tiles first ask for it. */
export function provideTileImages(map: MapLibreMap): void {
  map.on('styleimagemissing', ({ id }) => {
    const theme = (['light', 'dark'] as const).find((one) => imageOf(one) === id)
    if (theme === undefined || map.hasImage(id)) return
    const { image } = makeIconAtlas(iconKinds('square', layerScales(datasets.host_communities.layer, theme)), theme)
    const pixels = image.getContext('2d')?.getImageData(0, 0, picturePx, picturePx)
    if (pixels !== undefined) map.addImage(id, pixels)
  })
}

/** Communities of the tiles in view, each once; `n_here` says how many stand for a point from afar. */
function loaded(map: MapLibreMap): readonly Feature[] {
  const found = new Map<string, Feature>()
  for (const { geometry, properties } of map.querySourceFeatures(sourceId, { sourceLayer: collection })) {
    const id = String(properties.community_id)
    if (geometry.type === 'Point') found.set(id, { type: 'Feature', id, geometry, properties: properties as Row })
  }
  return [...found.values()]
}

const none: readonly Feature[] = []

/** What the tiles hold while the map is far: to be gathered in cells. Nearer, the map draws the tiles itself. */
export function useTiledCommunities(map: MapLibreMap | null, isOn: boolean, zoom: number): readonly Feature[] {
  const [features, setFeatures] = useState(none)
  const isFar = isOn && zoom < gatheredBelow
  useEffect(() => {
    if (map === null || !isFar) return
    const read = () => {
      if (map.getSource(sourceId) !== undefined && map.isSourceLoaded(sourceId)) setFeatures(loaded(map))
    }
    const readOwn = (event: { readonly sourceId?: string }) => event.sourceId === sourceId && read()
    map.on('sourcedata', readOwn)
    map.on('idle', read)
    read()
    return () => {
      map.off('sourcedata', readOwn)
      map.off('idle', read)
    }
  }, [map, isFar])
  return useMemo(() => (isFar ? features : none), [isFar, features])
}
