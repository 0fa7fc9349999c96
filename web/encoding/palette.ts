import type { PaletteId } from '#data/encoding.ts'
import type { CodeOf } from '#data/vocabularies.ts'

export type Theme = 'light' | 'dark'
/** `#rrggbb`. */
export type Colour = `#${string}`
export type Rgba = [number, number, number, number]

/** Named colours only; where they go is decided by the map style, the layers and the style sheet. */
export interface Palette {
  readonly paper: Colour
  readonly surface: Colour
  readonly land: Colour
  readonly landOther: Colour
  readonly water: Colour
  readonly waterLine: Colour
  readonly border: Colour
  readonly text: Colour
  readonly muted: Colour
  readonly hairline: Colour
  readonly accent: Colour
  /** What separates a mark from the ground. */
  readonly halo: Colour
  /** A neutral mark: mines that are only context, places. */
  readonly mark: Colour
  readonly area: Colour
}

export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    paper: '#F6F4EE',
    surface: '#FDFCF9',
    land: '#EFEBE2',
    landOther: '#E9E5DB',
    water: '#D7E3E8',
    waterLine: '#B5CAD2',
    border: '#B8B2A6',
    text: '#1B2126',
    muted: '#59636B',
    hairline: '#E2DED5',
    accent: '#0B6B6B',
    halo: '#FFFFFF',
    mark: '#6A6A63',
    area: '#3D7A4B',
  },
  dark: {
    paper: '#14191D',
    surface: '#181E23',
    land: '#1D242A',
    landOther: '#191F24',
    water: '#10161A',
    waterLine: '#2A3A44',
    border: '#3A444C',
    text: '#E8ECEF',
    muted: '#9AA6AE',
    hairline: '#2B343B',
    accent: '#4FB8B3',
    halo: '#10161A',
    mark: '#98A2A8',
    area: '#6FB583',
  },
}

/** Okabe-Ito, the same in both themes and everywhere. */
export const regionColours: Readonly<Record<CodeOf<'region'>, Colour>> = {
  AFR: '#D55E00',
  LAC: '#009E73',
  SEA: '#0072B2',
  CAS: '#CC79A7',
}

/** Orange to red in five steps. */
const severity: Readonly<Record<Theme, Readonly<Record<CodeOf<'severity'>, Colour>>>> = {
  light: { '1': '#C2701A', '2': '#C85F10', '3': '#BF4710', '4': '#A82A18', '5': '#7A0F20' },
  dark: { '1': '#D9A441', '2': '#E08A2E', '3': '#EC6F33', '4': '#F4533C', '5': '#FF3B57' },
}

const status: Readonly<Record<CodeOf<'mine_status'>, Colour>> = {
  PROPOSED: '#56B4E9',
  CONSTRUCTION: '#E69F00',
  OPERATING: '#009E73',
  MOTHBALLED: '#CC79A7',
  SHELVED: '#8C7A66',
  RETIRED: '#6A6A63',
  CANCELLED: '#6A6A63',
  UNKNOWN: '#8A8A84',
}

const categories: Readonly<Record<PaletteId, (theme: Theme) => Readonly<Record<string, Colour>>>> = {
  region: () => regionColours,
  severity: (theme) => severity[theme],
  status: () => status,
  commodity: () => ({}),
  incident_group: () => ({}),
  area: () => ({}),
  muted: () => ({}),
}

/** The colour that a palette gives one code; codes without one are neutral. */
export function categoryColour(palette: PaletteId, code: string | null, theme: Theme): Colour {
  return (code === null ? undefined : categories[palette](theme)[code]) ?? palettes[theme].mark
}

/** The one colour of a palette that is not split by a field. */
export function constantColour(palette: PaletteId, theme: Theme): Colour {
  return palette === 'area' ? palettes[theme].area : palettes[theme].mark
}

/** `#rrggbb` as numbers 0-255, with an opacity 0-1. */
export function rgba(colour: Colour, opacity = 1): Rgba {
  const value = Number.parseInt(colour.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255, Math.round(opacity * 255)]
}

/** A colour moved towards black (the share of black 0-1): the rim that gives light fills their contrast. */
export function darken(colour: Colour, share: number): Colour {
  const [red, green, blue] = rgba(colour)
  const hex = [red, green, blue].map((part) =>
    Math.round(part * (1 - share))
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${hex.join('')}`
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = rgba(colour).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2 contrast ratio of two colours, 1-21. */
export function contrast(a: Colour, b: Colour): number {
  const [high, low] = [luminance(a), luminance(b)].sort((one, other) => other - one) as [number, number]
  return (high + 0.05) / (low + 0.05)
}
