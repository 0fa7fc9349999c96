import { GeoJsonLayer } from '@deck.gl/layers'
import { useEffect, useMemo } from 'react'
import { useDropped } from '#web/drop/dropped.ts'
import type { DroppedFeature } from '#web/drop/parsed.ts'
import { palettes, rgba, type Theme } from '#web/encoding/palette.ts'
import { showBounds } from '#web/map/camera.ts'
import type { OpenMap } from '#web/map/open-map.ts'

/** The reader's own features: accent outlines and rings, unlike anything of the atlas, above everything else. */
const droppedLayer = (features: readonly DroppedFeature[], theme: Theme): GeoJsonLayer => {
  const { accent } = palettes[theme]
  return new GeoJsonLayer({
    id: 'dropped',
    data: features as DroppedFeature[],
    pickable: false,
    stroked: true,
    filled: true,
    getFillColor: rgba(accent, 0.12),
    getLineColor: rgba(accent),
    getLineWidth: 2,
    lineWidthUnits: 'pixels',
    pointType: 'circle',
    pointRadiusUnits: 'pixels',
    getPointRadius: 5,
  })
}

/** The layer of the reader's own file; the map goes where the file is when it is opened. */
export function useDroppedLayers(open: OpenMap | null, theme: Theme): readonly GeoJsonLayer[] {
  const dropped = useDropped()
  const parsed = dropped.status === 'shown' ? dropped.parsed : null
  useEffect(() => {
    if (open !== null && parsed?.bounds) showBounds(open.map, parsed.bounds)
  }, [open, parsed])
  return useMemo(() => (parsed === null ? [] : [droppedLayer(parsed.features, theme)]), [parsed, theme])
}
