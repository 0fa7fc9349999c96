declare module 'shpjs' {
  import type { FeatureCollection } from 'geojson'

  type Named = FeatureCollection & { readonly fileName?: string }
  /** Every layer of a zipped Shapefile, in longitude and latitude where the archive has a `.prj`. */
  export function parseZip(zip: ArrayBuffer): Promise<Named | Named[]>
}
