import { MapLibreOverlay } from '@deck.gl/maplibre'
import type { StyleSpecification } from 'maplibre-gl'
import { Map as MapLibreMap, ScaleControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'

// MapLibre 6 loads its worker from a file of the build; without its address the map stays blank.
setWorkerUrl(workerUrl)

export interface OpenMap {
  readonly map: MapLibreMap
  readonly overlay: MapLibreOverlay
}

/** A map with a deck.gl overlay above it; north stays up, because labels and hatches are read that way. */
export function openMap(container: HTMLElement, style: StyleSpecification, title: string): OpenMap {
  const map = new MapLibreMap({
    container,
    style,
    center: [20, 8],
    zoom: 1,
    minZoom: 0,
    maxZoom: 14,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    attributionControl: false,
    fadeDuration: 0,
    locale: { 'Map.Title': title },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new ScaleControl({ unit: 'metric', maxWidth: 96 }), 'bottom-right')
  const overlay = new MapLibreOverlay({ interleaved: false, layers: [], pickingRadius: 6 })
  map.addControl(overlay)
  return { map, overlay }
}
