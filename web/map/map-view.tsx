import 'maplibre-gl/dist/maplibre-gl.css'
import type { PickingInfo } from '@deck.gl/core'
import { useQuery } from '@tanstack/react-query'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { type Feature, positionOf } from '#web/api/features.ts'
import { featureQuery, indicatorRowsQuery } from '#web/api/queries.ts'
import { DropHint } from '#web/drop/drop-hint.tsx'
import { useDroppedLayers } from '#web/drop/dropped-layer.ts'
import type { Theme } from '#web/encoding/palette.ts'
import { communityTiles, tileLayerId, useTiledCommunities } from '#web/map/community-tiles.ts'
import type { Hexagon } from '#web/map/hexagons.ts'
import { MapTools } from '#web/map/map-tools.tsx'
import { MapTooltip, type Pointed } from '#web/map/map-tooltip.tsx'
import { MeasureChip } from '#web/map/measure-chip.tsx'
import type { Position } from '#web/map/mercator.ts'
import { ShownChip } from '#web/map/shown-chip.tsx'
import { useAtlasMap } from '#web/map/use-atlas-map.ts'
import { useFeatures, useMapLayers, useTiling } from '#web/map/use-map-layers.ts'
import { measureLayers, shapeOf, useMeasure } from '#web/map/use-measure.ts'
import { askInside } from '#web/state/drawn-shape.ts'
import { useFilter, useView } from '#web/state/use-view.ts'
import { type DrawnDataset, drawnDatasets, filterAt } from '#web/state/view.ts'
import { useSpeech } from '#web/text/text.ts'

interface Props {
  readonly theme: Theme
  readonly previewRadius: number | null
}

/** Rows behind the chosen number, as ids of mines to mark; null while the reader has not asked for them. */
function useMarked(): ReadonlySet<string> | null {
  const [view] = useView()
  const place = view.place ?? 'ALL'
  const query = indicatorRowsQuery({ id: view.indicator, place, classId: view.class }, filterAt(useFilter(), place))
  const { data } = useQuery({ ...query, enabled: view.shown })
  return useMemo(() => {
    if (!view.shown || data === undefined) return null
    return new Set(
      data.rows.flatMap((row) => [row.mine_id, row.nearest_mine_id].filter((id) => id != null).map(String)),
    )
  }, [view.shown, data])
}

/** The position of what is selected, also where its layer is off. */
function useSelectedPosition() {
  const [view] = useView()
  const { dataset, id } = view.select ?? { dataset: 'pilot_mines' as const, id: '' }
  const { data } = useQuery({ ...featureQuery(dataset, id), enabled: view.select !== null })
  return useMemo(() => {
    if (view.select === null || data === undefined) return null
    const { longitude, latitude } = data.properties
    const own = typeof longitude === 'number' && typeof latitude === 'number' ? ([longitude, latitude] as const) : null
    return positionOf(data) ?? own
  }, [view.select, data])
}

const datasetOf = (layerId: string): DrawnDataset | undefined => drawnDatasets.find((id) => layerId.startsWith(id))

/** The map: base map, layers, tools. It meets the panels in the URL only. */
export function MapView({ theme, previewRadius }: Props) {
  const { t, language } = useSpeech()
  const [view, change] = useView()
  const root = useRef<HTMLDivElement>(null)
  const container = useRef<HTMLDivElement>(null)
  const [isFirstDrawn, setFirstDrawn] = useState(false)
  const tiling = useTiling()
  const given = useFeatures(isFirstDrawn, tiling)
  const filter = useFilter()
  const tiles = useMemo(() => (tiling === 'tiles' ? communityTiles(filter, theme) : null), [tiling, filter, theme])
  const marked = useMarked()
  const selected = useSelectedPosition()
  const measure = useMeasure()
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const atlas = useAtlasMap({ container, theme, mines: given[view.mine_dataset], selected, tiles })
  const far = useTiledCommunities(atlas.open?.map ?? null, tiles !== null, atlas.zoom)
  const features = useMemo(() => (tiles === null ? given : { ...given, host_communities: far }), [given, tiles, far])
  const layers = useMapLayers({ theme, language, zoom: atlas.zoom, features, selected, previewRadius, marked })

  const { open } = atlas
  const own = useDroppedLayers(open, theme)
  /** The same place twice ends the drawing, as a double press does: what it encloses is asked about. */
  const set = (corner: Position) => {
    const last = measure.corners.at(-1)
    const shape = shapeOf(measure)
    const isSame = last !== undefined && open !== null && isNear(open.map, last, corner)
    if (!isSame) measure.add(corner)
    else if (shape !== null) askInside(shape)
  }
  const onClick = (info: PickingInfo<Feature | Hexagon>) => {
    if (measure.tool !== null) return info.coordinate && set([info.coordinate[0] ?? 0, info.coordinate[1] ?? 0])
    const { object, layer } = info
    if (!object || !layer) {
      const id = open === null ? null : tiledAt(open.map, info)
      return id === null ? undefined : change({ select: { dataset: 'host_communities', id } })
    }
    if ('corners' in object)
      return open?.map.easeTo({ center: object.centre, zoom: Math.max(4.2, open.map.getZoom() + 1.5) })
    const dataset = datasetOf(layer.id)
    if (dataset !== undefined) change({ select: { dataset, id: String(object.id) } })
  }
  const handlers = useRef({ onClick })
  handlers.current = { onClick }
  useEffect(() => {
    open?.overlay.setProps({
      layers: [...layers, ...own, ...measureLayers(measure, theme)],
      onClick: (info) => handlers.current.onClick(info as PickingInfo<Feature | Hexagon>),
      onHover: (info) => setPointed(pointedAt(info as PickingInfo<Feature | Hexagon>)),
      getCursor: ({ isHovering, isDragging }) => (isDragging ? 'grabbing' : isHovering ? 'pointer' : 'grab'),
    })
  }, [open, layers, own, measure, theme])

  useMapKeys(root, (key) => {
    if (key === 'Escape' && measure.tool !== null) measure.stop()
    else if (key === 'Escape' && view.select !== null) change({ select: null })
    if (key === 'Enter' && measure.tool !== null && open !== null) {
      const { lng, lat } = open.map.getCenter()
      set([lng, lat])
    }
  })
  const isReady = atlas.isLoaded && open !== null && features[view.mine_dataset].length > 0
  useEffect(() => {
    if (isReady) requestIdleCallback(() => setFirstDrawn(true), { timeout: 500 })
  }, [isReady])
  return (
    <div className="map-root" data-map={isReady ? 'ready' : 'loading'} data-measuring={measure.tool} ref={root}>
      <div className="map" ref={container} />
      <MapTools map={open?.map ?? null} measure={measure} />
      {measure.tool === null ? <ShownChip count={marked?.size ?? null} /> : <MeasureChip measure={measure} />}
      {pointed === null || measure.tool !== null ? null : <MapTooltip pointed={pointed} />}
      <DropHint target={root} />
      <p className="map-credit">{t('map.credit')}</p>
    </div>
  )
}

/** The community of the tiles under the pointer. */
function tiledAt(map: MapLibreMap, { x, y }: PickingInfo): string | null {
  if (map.getLayer(tileLayerId) === undefined) return null
  const [found] = map.queryRenderedFeatures([x, y], { layers: [tileLayerId] })
  return found === undefined ? null : String(found.properties.community_id)
}

const samePlacePx = 6

/** Whether two places are one for a hand on this screen. */
function isNear(map: MapLibreMap, one: Position, other: Position): boolean {
  const [a, b] = [map.project([...one]), map.project([...other])]
  return Math.hypot(a.x - b.x, a.y - b.y) < samePlacePx
}

/** Keys pressed while the map has the focus. */
function useMapKeys(root: RefObject<HTMLElement | null>, onKey: (key: string) => void): void {
  const latest = useRef(onKey)
  latest.current = onKey
  useEffect(() => {
    const element = root.current
    const listen = ({ key }: KeyboardEvent) => latest.current(key)
    element?.addEventListener('keydown', listen)
    return () => element?.removeEventListener('keydown', listen)
  }, [root])
}

function pointedAt({ object, layer, x, y }: PickingInfo<Feature | Hexagon>): Pointed | null {
  if (!object || !layer) return null
  const dataset = datasetOf(layer.id)
  if (dataset === undefined) return null
  return 'corners' in object ? { dataset, n: object.n, x, y } : { dataset, feature: object, x, y }
}
