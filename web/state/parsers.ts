import { createParser, parseAsStringLiteral } from 'nuqs'

/** Several codes in one value, `A,B`. Codes that `isKnown` refuses are left out; an empty list is the default and not written. */
export function listOf<Code extends string>(isKnown: (code: string) => code is Code) {
  return createParser<Code[]>({
    parse: (value) => [...new Set(value.split(',').filter(isKnown))],
    serialize: (codes) => codes.join(','),
    eq: (a, b) => a.length === b.length && a.every((code, index) => code === b[index]),
  }).withDefault([])
}

/** Codes of a closed list. */
export function codesOfList<Code extends string>(codes: readonly Code[]) {
  const known = new Set<string>(codes)
  return listOf((code): code is Code => known.has(code))
}

export const literal = <Code extends string>(codes: readonly Code[]) => parseAsStringLiteral(codes)

/** A number within bounds, at most two decimals; anything else is ignored. */
export const boundedNumber = (min: number, max: number) =>
  createParser<number>({
    parse: (value) => {
      const number = Number(value)
      return value.trim() !== '' && number >= min && number <= max ? Math.round(number * 100) / 100 : null
    },
    serialize: (number) => String(Math.round(number * 100) / 100),
  })

/** A calendar day, `2024-02-29`; days that do not exist are ignored. */
export const isoDay = createParser<string>({
  parse: (value) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return null
    const day = new Date(`${value}T00:00:00Z`)
    return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== value ? null : value
  },
  serialize: (day) => day,
})

/** A code of some vocabulary; which one, only the question knows. */
export const anyCode = createParser<string>({
  parse: (value) => (/^[A-Z][A-Z0-9_]{0,39}$/.test(value) ? value : null),
  serialize: (code) => code,
})

export const trueOnly = createParser<boolean>({
  parse: (value) => (value === 'true' ? true : null),
  serialize: String,
}).withDefault(false)

/** Where the map looks, `zoom/latitude/longitude`. */
export interface Camera {
  readonly zoom: number
  readonly latitude: number
  readonly longitude: number
}

export const camera = createParser<Camera>({
  parse: (value) => {
    const [zoom = Number.NaN, latitude = Number.NaN, longitude = Number.NaN] = value.split('/').map(Number)
    const isSane = zoom >= 0 && zoom <= 18 && Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180
    return isSane ? { zoom, latitude, longitude } : null
  },
  serialize: ({ zoom, latitude, longitude }) => `${zoom.toFixed(2)}/${latitude.toFixed(4)}/${longitude.toFixed(4)}`,
  eq: (a, b) => a.zoom === b.zoom && a.latitude === b.latitude && a.longitude === b.longitude,
})

/** A feature of a collection, `pilot_mines:cd-tenke-fungurume`. */
export interface Selection<Dataset extends string = string> {
  readonly dataset: Dataset
  readonly id: string
}

export const selectionOf = <Dataset extends string>(datasets: readonly Dataset[]) =>
  createParser<Selection<Dataset>>({
    parse: (value) => {
      const split = value.indexOf(':')
      const dataset = datasets.find((known) => known === value.slice(0, split))
      const id = value.slice(split + 1)
      return dataset !== undefined && id !== '' ? { dataset, id } : null
    },
    serialize: ({ dataset, id }) => `${dataset}:${id}`,
    eq: (a, b) => a.dataset === b.dataset && a.id === b.id,
  })
