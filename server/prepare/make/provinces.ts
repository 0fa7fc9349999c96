import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from '#server/prepare/make/packages.ts'

export type Position = readonly [number, number]
export type Ring = readonly Position[]

export interface Province {
  readonly properties: {
    readonly adm0_a3: string
    readonly adm1_code: string
    readonly iso_3166_2: string
    readonly name?: string
    readonly name_en?: string
    readonly name_zh?: string
  }
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] }
}

/** Natural Earth 1:10m states and provinces (version 5) as the package carries them: unchanged but for five decimals. */
export const readProvinces = (): readonly Province[] => {
  const file = join(packageFolder('naturalEarthProvinces'), 'data/states/admin1.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { features: Province[] }).features
}
