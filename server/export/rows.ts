import type { Field } from '#data/field.ts'
import { double, text } from '#data/field.ts'
import { term } from '#data/vocabularies/vocabulary.ts'
import type { Query } from '#server/engine/engine.ts'
import type { ExportJob, FileOptions } from '#server/export/job.ts'

/** A statement over the rows of an export, named `r`, in their order. */
export const overRows = ({ query }: ExportJob, select: string): Query => ({
  sql: `select ${select}\nfrom (\n${query.sql}\n) as r`,
  parameters: query.parameters,
})

interface Column {
  readonly name: string
  readonly field: Field
  /** Of the row `r`. */
  readonly expression: string
}

const places: Readonly<Record<string, Field>> = {
  longitude: double(term('Longitude', '经度')),
  latitude: double(term('Latitude', '纬度')),
  geometry_wkt: text(term('Geometry (WKT)', '几何(WKT)')),
}
const placeExpressions: Readonly<Record<string, string>> = {
  longitude: 'st_x(r.geometry)',
  latitude: 'st_y(r.geometry)',
  geometry_wkt: 'st_astext(r.geometry)',
}

function placesOf({ geometry, fields }: ExportJob): string[] {
  if (geometry === 'none') return []
  const names = geometry === 'point' ? ['longitude', 'latitude'] : ['geometry_wkt']
  return names.filter((name) => !(name in fields))
}

/** The columns of a table without a geometry type: the fields, then the place, where no field tells it. */
export function tableColumns(job: ExportJob): Column[] {
  const own = Object.entries(job.fields).map(([name, field]) => ({ name, field, expression: `r.${name}` }))
  const more = placesOf(job).flatMap((name) => {
    const [field, expression] = [places[name], placeExpressions[name]]
    return field && expression ? [{ name, field, expression }] : []
  })
  return [...own, ...more]
}

/** What stands above a column: its label in the language asked for, else its name. */
export const headerOf = ({ name, field }: Column, { language }: FileOptions): string =>
  language ? field.label[language] : name
