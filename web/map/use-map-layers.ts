import type { Layer as DeckLayer } from '@deck.gl/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { datasets } from '#data/catalog.ts'
import { parameters } from '#data/parameters.ts'
import { type Feature, positionOf } from '#web/api/features.ts'
import {
  areasInRingQuery,
  circleAreasQuery,
  communitiesQuery,
  facetsQuery,
  incidentsQuery,
  minesQuery,
  outlinedAreasQuery,
} from '#web/api/queries.ts'
import type { Theme } from '#web/encoding/palette.ts'
import { tilesFrom } from '#web/map/community-tiles.ts'
import { circleFeature } from '#web/map/geodesy.ts'
import { nameLayers, namesFrom } from '#web/map/layers/name.ts'
import { pinLayers, reachLayers, ringLayers } from '#web/map/layers/selection.ts'
import { buildLayers, type Grouped, inDrawingOrder } from '#web/map/layers.ts'
import type { Position } from '#web/map/mercator.ts'
import { useFilter, useView } from '#web/state/use-view.ts'
import { type DrawnDataset, drawnDatasets, type Filter } from '#web/state/view.ts'
import type { Language } from '#web/text/text.ts'

const none: readonly Feature[] = []

/** How host communities reach the map: all in one answer, or as tiles; null until it is known how many there are. */
export type Tiling = 'whole' | 'tiles' | null

export function useTiling(): Tiling {
  const [view] = useView()
  const { data: facets } = useQuery(facetsQuery(useFilter()))
  if (facets === undefined) return null
  const isDense = (facets.layers.host_communities.in_ring ?? facets.layers.host_communities.n) > tilesFrom
  return isDense && !view.hide.includes('host_communities') ? 'tiles' : 'whole'
}

/** The last answer that came: the map never goes blank because a newer question failed. */
function useLast<Data>(data: Data | undefined): Data | undefined {
  const last = useRef(data)
  if (data !== undefined) last.current = data
  return last.current
}

/** Protected areas: true outlines as they come, circles drawn from their rows. */
function useAreas(filter: Filter, enabled: boolean): readonly Feature[] {
  const rows = useLast(useQuery({ ...circleAreasQuery(filter), enabled }).data)
  const outlined = useLast(useQuery({ ...outlinedAreasQuery(filter), enabled }).data)
  return useMemo(() => {
    const { key, circle_area_km2 } = datasets.protected_areas
    const circles = rows?.map((row) => circleFeature(row, key, circle_area_km2)) ?? none
    return [...circles, ...(outlined?.features ?? none)]
  }, [rows, outlined])
}

/**
 * The features of every layer that is on, as the one filter of the page leaves them.
 * @param isFirstDrawn the mines that are counted come first; all else waits until they are on the map
 * @param tiling whether host communities come as tiles; while it is not known they are not asked for
 */
export function useFeatures(isFirstDrawn: boolean, tiling: Tiling): Readonly<Record<DrawnDataset, readonly Feature[]>> {
  const [view] = useView()
  const filter = useFilter()
  const isOn = (id: DrawnDataset) => ({
    enabled: !view.hide.includes(id) && (isFirstDrawn || id === view.mine_dataset),
  })
  const pilots = useLast(useQuery({ ...minesQuery('pilot_mines', filter), ...isOn('pilot_mines') }).data)
  const others = useLast(useQuery({ ...minesQuery('mines', filter), ...isOn('mines') }).data)
  const isWhole = isOn('host_communities').enabled && tiling === 'whole'
  const whole = useLast(useQuery({ ...communitiesQuery(filter), enabled: isWhole }).data)
  const communities = tiling === 'tiles' ? undefined : whole
  const areas = useAreas(filter, isOn('protected_areas').enabled)
  const incidents = useLast(useQuery({ ...incidentsQuery(filter), ...isOn('incident_reports') }).data)
  const { hide } = view
  return useMemo(() => {
    const shown = (id: DrawnDataset, features: readonly Feature[] | undefined) =>
      hide.includes(id) ? none : (features ?? none)
    return {
      pilot_mines: shown('pilot_mines', pilots?.features),
      mines: shown('mines', others?.features),
      host_communities: shown('host_communities', communities?.features),
      protected_areas: shown('protected_areas', areas),
      incident_reports: shown('incident_reports', incidents?.features),
    }
  }, [hide, pilots, others, communities, areas, incidents])
}

interface Options {
  readonly theme: Theme
  readonly language: Language
  /** Zoom in half steps. */
  readonly zoom: number
  readonly features: Readonly<Record<DrawnDataset, readonly Feature[]>>
  readonly selected: Position | null
  readonly previewRadius: number | null
  /** Mines that stand out: the rows behind a number, when the reader asked to see them. */
  readonly marked: ReadonlySet<string> | null
}

/** The layers that declarations describe, each from its own features. */
function useDeclaredLayers({ theme, zoom, features, marked }: Options): Grouped[] {
  const [view] = useView()
  const { data: areaIds } = useQuery(areasInRingQuery(useFilter()))
  const areasInRing = useMemo(() => new Set(areaIds ?? []), [areaIds])
  return useMemo(
    () =>
      drawnDatasets.map((id): Grouped => {
        const { layer } = datasets[id]
        const isMine = id === 'pilot_mines' || id === 'mines'
        const stand = id === 'protected_areas' ? areasInRing : isMine && id === view.mine_dataset ? marked : null
        const input = { id, declaration: layer, features: features[id], theme, zoom, marked: stand }
        return { group: layer.group, layers: buildLayers(input) }
      }),
    [features, theme, zoom, marked, areasInRing, view.mine_dataset],
  )
}

/** Every deck layer of the map, from the ground up. */
export function useMapLayers(options: Options): DeckLayer[] {
  const { theme, language, zoom, features, selected, previewRadius } = options
  const [view] = useView()
  const declared = useDeclaredLayers(options)
  const radius = previewRadius ?? view.radius_km ?? parameters.radius_km.default
  const isMineSelected = view.select?.dataset === 'pilot_mines' || view.select?.dataset === 'mines'
  const counted = features[view.mine_dataset]
  const communities = features.host_communities
  return useMemo(() => {
    const reach = previewRadius !== null && selected === null ? counted.filter(isLocated).flatMap(placeOf) : []
    const over: Grouped[] = [
      { group: 'ring', layers: reach.length > 0 ? reachLayers(reach, radius, theme) : [] },
      {
        group: 'ring',
        layers: selected !== null && isMineSelected ? ringLayers(selected, radius, previewRadius !== null, theme) : [],
      },
      { group: 'label', layers: selected === null ? [] : pinLayers(selected, theme) },
      {
        group: 'label',
        layers:
          zoom >= namesFrom
            ? nameLayers({ mines: [...counted].sort(first(view.select?.id)), communities, zoom, theme, language })
            : [],
      },
    ]
    return inDrawingOrder([...declared, ...over])
  }, [
    declared,
    counted,
    communities,
    selected,
    isMineSelected,
    radius,
    previewRadius,
    theme,
    language,
    zoom,
    view.select?.id,
  ])
}

/** The selected mine bears its name before all others. */
const first = (id: string | undefined) => (a: Feature, b: Feature) => Number(b.id === id) - Number(a.id === id)

const isLocated = ({ properties }: Feature): boolean => properties.is_located !== false
const placeOf = (feature: Feature): Position[] => {
  const position = positionOf(feature)
  return position === null ? [] : [position]
}
