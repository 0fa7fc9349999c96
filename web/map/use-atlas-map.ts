import type { Map as MapLibreMap } from 'maplibre-gl'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Feature } from '#web/api/features.ts'
import { palettes, type Theme } from '#web/encoding/palette.ts'
import { basemapStyle, firstStyle } from '#web/map/basemap.ts'
import { boundsOf, cameraOf, homeBounds, showBounds, showCamera } from '#web/map/camera.ts'
import { provideTileImages, type TileParts } from '#web/map/community-tiles.ts'
import { loadLabelFont, mapFonts } from '#web/map/fonts.ts'
import type { Position } from '#web/map/mercator.ts'
import { type OpenMap, openMap } from '#web/map/open-map.ts'
import { useView } from '#web/state/use-view.ts'
import { type Language, useSpeech } from '#web/text/text.ts'

interface Options {
  readonly container: RefObject<HTMLDivElement | null>
  readonly theme: Theme
  readonly mines: readonly Feature[]
  readonly selected: Position | null
  /** A dense layer that comes as vector tiles. */
  readonly tiles: TileParts | null
}

/** The MapLibre map of the page: opened once, dressed anew for theme and language, moved as the URL says. */
export function useAtlasMap({ container, theme, mines, selected, tiles }: Options) {
  const { t, language } = useSpeech()
  const [view, change] = useView()
  const [open, setOpen] = useState<OpenMap | null>(null)
  const [isLoaded, setLoaded] = useState(false)
  const [zoom, setZoom] = useState(1)
  const style = basemapStyle(palettes[theme], language, mapFonts)
  const first = useRef({ style: firstStyle(style), title: t('map.label'), at: view.at })
  const languageOf = useRef(language)
  const writeCamera = useRef(change)
  writeCamera.current = change

  useEffect(() => {
    if (container.current === null) return
    const { style: ground, title, at } = first.current
    const made = openMap(container.current, ground, title)
    provideTileImages(made.map)
    if (at === null) showBounds(made.map, homeBounds, true)
    else showCamera(made.map, at, true)
    setZoom(halfStep(made.map))
    made.map.on('zoomend', () => setZoom(halfStep(made.map)))
    made.map.on('moveend', (event) => {
      const isByReader = 'originalEvent' in event && event.originalEvent !== undefined
      if (isByReader) writeCamera.current({ at: cameraOf(made.map) }, { history: 'replace' })
    })
    made.map.on('sourcedata', () => setLoaded((is) => is || made.map.isSourceLoaded('land')))
    void loadLabelFont(languageOf.current === 'zh' ? 'A0矿' : 'A0').then(() => setOpen(made))
    return () => made.map.remove()
  }, [container])

  useDress(open, isLoaded, theme, language, tiles)
  useFollow(open, mines, selected)
  return { open, isLoaded, zoom }
}

/** Zoom in half steps: layers change their kind or cells with it, not with every frame. */
const halfStep = (map: MapLibreMap): number => Math.round(map.getZoom() * 2) / 2

/** Once the ground is there the whole base map follows, and from then on its colours and language are those of the page. */
function useDress(
  open: OpenMap | null,
  isLoaded: boolean,
  theme: Theme,
  language: Language,
  tiles: TileParts | null,
): void {
  useEffect(() => {
    if (isLoaded) open?.map.setStyle(basemapStyle(palettes[theme], language, mapFonts, tiles), { diff: true })
  }, [open, isLoaded, theme, language, tiles])
}

/** The map goes where the URL points: to a camera, to the regions or countries chosen, to what is selected out of sight. */
function useFollow(open: OpenMap | null, mines: readonly Feature[], selected: Position | null): void {
  const [view] = useView()
  const { at } = view
  const place = JSON.stringify([view.region, view.country])
  const shown = useRef({ place: '[[],[]]', at })
  useEffect(() => {
    if (open === null || at === null || at === shown.current.at) return
    const now = cameraOf(open.map)
    const isThere = Math.abs(now.zoom - at.zoom) < 0.02 && Math.abs(now.longitude - at.longitude) < 0.01
    if (!isThere) showCamera(open.map, at)
    shown.current = { ...shown.current, at }
  }, [open, at])
  useEffect(() => {
    if (open === null || shown.current.place === place || at !== null) return
    const bounds = place === '[[],[]]' ? homeBounds : boundsOf(mines)
    if (bounds === null) return
    shown.current = { place, at }
    showBounds(open.map, bounds)
  }, [open, place, mines, at])
  useEffect(() => {
    if (open === null || selected === null) return
    const isInSight = open.map.getBounds().contains([selected[0], selected[1]])
    if (!isInSight)
      showCamera(open.map, { zoom: Math.max(open.map.getZoom(), 4), longitude: selected[0], latitude: selected[1] })
  }, [open, selected])
}
