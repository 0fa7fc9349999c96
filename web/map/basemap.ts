import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { Palette } from '#web/encoding/palette.ts'
import type { TileParts } from '#web/map/community-tiles.ts'
import type { Language } from '#web/text/text.ts'

const folder = '/basemap'
const attribution = 'Natural Earth'
/** The name that `text-font` asks for; the files behind it are ours, so that no glyph server is needed. */
const fontName = 'Atlas Sans'

const source = (name: string) => ({ type: 'geojson', data: `${folder}/${name}.geojson`, attribution }) as const

/** Rank 1 countries are named from afar, lesser ones only when there is room for them. */
const visibleRank: ExpressionSpecification = ['step', ['zoom'], 1, 1.8, 2, 2.6, 3, 3.3, 4, 4.2, 6, 5, 99]

/** Ground, water and lines; the colours are named by the palette. */
function groundLayers(palette: Palette): LayerSpecification[] {
  const line = (
    id: string,
    colour: string,
    width: ExpressionSpecification | number,
    dash?: number[],
  ): LayerSpecification => ({
    id,
    type: 'line',
    source: id,
    layout: { 'line-join': 'round', 'line-cap': dash === undefined ? 'round' : 'butt' },
    paint: { 'line-color': colour, 'line-width': width, ...(dash && { 'line-dasharray': dash }) },
  })
  const growing: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 1, 0.5, 5, 0.9, 9, 1.4]
  return [
    { id: 'water', type: 'background', paint: { 'background-color': palette.water } },
    { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': palette.land, 'fill-antialias': true } },
    {
      id: 'coast',
      type: 'line',
      source: 'land',
      paint: { 'line-color': palette.waterLine, 'line-width': ['interpolate', ['linear'], ['zoom'], 1, 0.6, 6, 1] },
    },
    {
      id: 'lakes',
      type: 'fill',
      source: 'lakes',
      paint: { 'fill-color': palette.water, 'fill-outline-color': palette.waterLine },
    },
    {
      ...line('rivers', palette.waterLine, ['interpolate', ['linear'], ['zoom'], 3, 0.4, 8, 1.2]),
      minzoom: 3,
    } as LayerSpecification,
    line('boundaries', palette.border, growing),
    line('boundaries-disputed', palette.border, growing, [3, 2]),
  ]
}

function labelLayer(palette: Palette, language: Language): LayerSpecification {
  return {
    id: 'country-names',
    type: 'symbol',
    source: 'labels',
    filter: ['<=', ['get', 'rank'], visibleRank],
    layout: {
      'text-field': language === 'zh' ? ['coalesce', ['get', 'name_zh'], ['get', 'name_en']] : ['get', 'name_en'],
      'text-font': [fontName],
      'text-size': ['interpolate', ['linear'], ['zoom'], 1, 10, 6, 13],
      'text-letter-spacing': language === 'zh' ? 0.1 : 0.04,
      'text-max-width': 7,
      'text-padding': 6,
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: {
      'text-color': palette.muted,
      'text-halo-color': palette.land,
      'text-halo-width': 1.4,
      'text-opacity': 0.85,
    },
  }
}

/** The font files that names on the map are drawn with, by the characters they hold. */
export interface MapFont {
  readonly url: string
  readonly 'unicode-range': string[]
}

/** What is drawn before the data: the ground and its boundaries. All else comes once the data are on the map. */
const firstSources: readonly string[] = ['land', 'boundaries', 'boundaries-disputed']

/** A style with only what is needed to see where the data lie; the whole one follows with `setStyle`. */
export function firstStyle(style: StyleSpecification): StyleSpecification {
  const layers = style.layers.filter((layer) => !('source' in layer) || firstSources.includes(layer.source))
  const sources = Object.fromEntries(Object.entries(style.sources).filter(([id]) => firstSources.includes(id)))
  return { ...style, layers, sources }
}

/**
 * The offline map below the data: Natural Earth as GeoJSON from our own server, no tiles, no glyph server, no key.
 * @param tiles a dense layer that comes as vector tiles, above the names
 */
export function basemapStyle(
  palette: Palette,
  language: Language,
  fonts: readonly MapFont[],
  tiles: TileParts | null = null,
): StyleSpecification {
  return {
    version: 8,
    name: 'SMAP Atlas',
    ...(fonts.length > 0 && { 'font-faces': { [fontName]: fonts.map((font) => ({ ...font })) } }),
    sources: {
      land: source('land'),
      lakes: source('lakes'),
      rivers: source('rivers'),
      boundaries: source('boundaries'),
      'boundaries-disputed': source('boundaries-disputed'),
      labels: source('labels'),
      ...tiles?.sources,
    },
    layers: [...groundLayers(palette), labelLayer(palette, language), ...(tiles?.layers ?? [])],
  }
}
