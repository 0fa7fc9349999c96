import { createLoader, createSerializer, type inferParserType } from 'nuqs'
import { type datasets, type IndicatorId, indicators } from '#data/catalog.ts'
import { incidentFilter, mineFilter, type ParameterId, parameters } from '#data/parameters.ts'
import { codesOf } from '#data/vocabularies.ts'
import {
  anyCode,
  boundedNumber,
  camera,
  codesOfList,
  isoDay,
  listOf,
  literal,
  type Selection,
  selectionOf,
  trueOnly,
} from '#web/state/parsers.ts'

/** Datasets that the map draws and a reader can point at. */
export const drawnDatasets = [
  'pilot_mines',
  'mines',
  'host_communities',
  'protected_areas',
  'incident_reports',
] as const satisfies readonly (keyof typeof datasets)[]
export type DrawnDataset = (typeof drawnDatasets)[number]

const indicatorIds = Object.keys(indicators) as IndicatorId[]
const isCountry = (code: string): code is string => /^[A-Z]{3}$/.test(code)
const radius = parameters.radius_km

/**
 * What the URL may say: intent only, never a default; a value nobody knows is ignored. Filters bear the names of the API.
 * `open` shows what is behind a number: of indicator `of` (else the chosen one) at `place`, of one `class` or all; `shown` marks its
 * rows on the map.
 */
export const viewParsers = {
  mine_dataset: literal(codesOf('mine_dataset')).withDefault(parameters.mine_dataset.default),
  region: codesOfList(codesOf('region')),
  country: listOf(isCountry),
  commodity: codesOfList(codesOf('commodity')),
  status: codesOfList(codesOf('mine_status')),
  ownership: codesOfList(codesOf('ownership_class')),
  incident_type: codesOfList(codesOf('incident_type')),
  from: isoDay,
  to: isoDay,
  precise_only: trueOnly,
  radius_km: boundedNumber(radius.min, radius.max),
  indicator: literal(indicatorIds).withDefault('EN-03'),
  of: literal(indicatorIds),
  place: literal(['ALL', ...codesOf('region')] as const),
  class: anyCode,
  open: literal(['rows', 'sql', 'sources'] as const),
  shown: trueOnly,
  hide: codesOfList(drawnDatasets),
  select: selectionOf(drawnDatasets),
  at: camera,
  lang: literal(['en', 'zh'] as const),
  theme: literal(['light', 'dark'] as const),
}

export type View = inferParserType<typeof viewParsers>
export type ViewChange = { [Name in keyof View]?: View[Name] | null }
export type DrawnSelection = Selection<DrawnDataset>

/** The view that a query string describes. */
export const loadView = createLoader(viewParsers)
/** The query string of a view, without its defaults. */
export const serializeView = createSerializer(viewParsers)

const filterIds = [...mineFilter, ...incidentFilter, 'radius_km'] as const satisfies readonly ParameterId[]
export type FilterId = (typeof filterIds)[number]
/** One question to the API: only what differs from the defaults, as text. */
export type Filter = Partial<Record<FilterId, string>>

const defaults: Partial<Record<FilterId, unknown>> = {
  mine_dataset: parameters.mine_dataset.default,
  precise_only: parameters.precise_only.default,
}

/** The filter that a view stands for: every request of the page is made with it. */
export function filterOf(view: View): Filter {
  const filter: Filter = {}
  for (const id of filterIds) {
    const value = view[id]
    const isDefault = value === null || value === defaults[id] || (Array.isArray(value) && value.length === 0)
    if (!isDefault) filter[id] = Array.isArray(value) ? value.join(',') : String(value)
  }
  return filter
}

/** The part of a filter that `ids` name, e.g. the parameters that one overlay declares. */
export function pickFilter(filter: Filter, ids: readonly ParameterId[]): Filter {
  const wanted = new Set<string>(ids)
  return Object.fromEntries(Object.entries(filter).filter(([id]) => wanted.has(id)))
}

/** The change that takes every narrowing away and leaves ring, camera, language and theme alone. */
export const widenAll: ViewChange = {
  region: null,
  country: null,
  commodity: null,
  status: null,
  ownership: null,
  incident_type: null,
  from: null,
  to: null,
  precise_only: null,
}

/** The same question without regions and countries: the four regions stay comparable when some of them are chosen. */
export const everywhere = ({ region: _region, country: _country, ...filter }: Filter): Filter => filter

/** The filter of the rows behind a number: one region is taken from all of them, the large number from what is chosen. */
export const filterAt = (filter: Filter, place: string): Filter => (place === 'ALL' ? filter : everywhere(filter))
