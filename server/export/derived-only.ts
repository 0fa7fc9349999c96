import { datasets } from '#data/catalog.ts'
import type { Dataset } from '#data/define.ts'
import type { Field } from '#data/field.ts'
import type { Manifest } from '#server/engine/engine.ts'
import { datasetsBehind } from '#server/engine/sources.ts'
import type { ExportJob } from '#server/export/job.ts'

const byId: Readonly<Record<string, Dataset>> = datasets
/** What may leave of a row all the same: which feature it is about, where it counts, and whether. */
const alwaysKept = new Set(['iso3', 'region_id', 'is_approx', 'is_counted', 'gis_area_km2'])

const fieldsOf = (list: readonly Dataset[]): Set<Field> => new Set(list.flatMap(({ fields }) => Object.values(fields)))

/**
 * An export without what the licence of an imported file keeps back: of rows that are features of such a source only id, country, region and
 * what the atlas computed; of rows that mention them no field and no outline of theirs. An export that rests on none is the same.
 */
export function derivedOnly(job: ExportJob, manifest: Manifest): ExportJob {
  const behind = datasetsBehind(job.inputs).flatMap((id) => byId[id] ?? [])
  const closed = behind.filter(({ id }) => manifest.datasets[id]?.redistribution === 'derived_only')
  if (closed.length === 0) return job
  const [kept, held] = [fieldsOf(behind.filter((dataset) => !closed.includes(dataset))), fieldsOf(closed)]
  const keys = new Set(closed.map(({ fields, key }) => fields[key]))
  const isTheirs = job.key !== undefined && keys.has(job.fields[job.key])
  const mayLeave = ([name, field]: [string, Field]): boolean =>
    name === job.key || keys.has(field) || alwaysKept.has(name) || !held.has(field) || (!isTheirs && kept.has(field))
  const fields = Object.fromEntries(Object.entries(job.fields).filter(mayLeave))
  const outlines = closed.some(({ geometry }) => geometry === 'polygon') && job.geometry === 'polygon'
  const geometry = isTheirs || outlines ? 'none' : job.geometry
  const columns = [...Object.keys(fields), ...(geometry === 'none' ? [] : ['geometry'])].map((name) => `p."${name}"`)
  const order = job.key === undefined ? '' : `\norder by p."${job.key}"`
  const sql = `select ${columns.join(', ')}\nfrom (\n${job.query.sql.trim().replace(/;$/, '')}\n) as p${order}`
  const names = closed.map(({ title }) => title)
  return {
    ...job,
    fields,
    geometry,
    query: { ...job.query, sql },
    withheld: {
      en: `Derived values only: the licence of ${names.map(({ en }) => en).join(', ')} does not let rows be passed on.`,
      zh: `仅含衍生数值：${names.map(({ zh }) => zh).join('、')}的许可不允许再分发原始记录。`,
    },
  }
}
