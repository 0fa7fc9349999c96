import { datasets, overlays } from '#data/catalog.ts'
import type { Text } from '#data/define.ts'
import type { Fields } from '#data/field.ts'
import type { Engine, Manifest, Row, Value } from '#server/engine/engine.ts'
import { featuresQuery, type Selection } from '#server/engine/selection.ts'
import { csvLines } from '#server/export/csv.ts'
import { reportSources, type Surroundings } from '#server/routes/mine-report.ts'

/** One kind of row of a report: what the rows are called, which field names them, what their fields mean. */
interface Part {
  readonly part: string
  readonly key: string
  readonly name?: readonly [en: string, zh: string]
  readonly fields: Fields
  readonly rows: readonly Row[]
}

const featureName = ['name_en', 'name_zh'] as const

function partsOf(around: Surroundings): readonly Part[] {
  const { report_rings, report_areas, report_communities, report_incidents } = overlays
  const { report_years, report_cahra, report_neighbours } = overlays
  const near = { key: 'feature_id', name: featureName }
  const { fields, key } = datasets[around.dataset]
  return [
    { part: 'mine', key, name: ['mine_name', 'mine_name_zh'], fields, rows: [around.mine] },
    { part: 'ring', key: 'radius_km', fields: report_rings.fields, rows: around.rings },
    { part: 'protected_area', ...near, fields: report_areas.fields, rows: around.areas },
    { part: 'host_community', ...near, fields: report_communities.fields, rows: around.communities },
    { part: 'incident_report', ...near, fields: report_incidents.fields, rows: around.incidents },
    { part: 'incident_year', key: 'year', fields: report_years.fields, rows: around.years },
    { part: 'listed_country', key: 'cahra_id', fields: report_cahra.fields, rows: around.cahra },
    { part: 'neighbour', key: 'mine_id', name: featureName, fields: report_neighbours.fields, rows: around.neighbours },
  ]
}

const header = ['part', 'id', 'name_en', 'name_zh', 'measure', 'label_en', 'label_zh', 'value', 'unit']
const wholeReport = {
  snapshot: { label: { en: 'Snapshot', zh: '快照' } },
  tier: { label: { en: 'Proximity tier', zh: '邻近等级' } },
  radius_km: { label: { en: 'Within', zh: '距离以内' }, unit: 'km' },
  is_located: { label: { en: 'Located well enough for a ring', zh: '位置足以划定距离圈' } },
  uncertainty_m: { label: { en: 'Uncertainty of the location', zh: '位置不确定度' }, unit: 'm' },
} as const satisfies Record<string, { label: Text; unit?: string }>

function linesOf({ part, key, name, fields, rows }: Part): Value[][] {
  const own = new Set<string>([key, ...(name ?? [])])
  return rows.flatMap((row) => {
    const head = [part, row[key] ?? null, row[name?.[0] ?? ''] ?? null, row[name?.[1] ?? ''] ?? null]
    return Object.entries(fields).flatMap(([measure, { label, unit }]) => {
      const value = row[measure] ?? null
      return own.has(measure) || value === null
        ? []
        : [[...head, measure, label.en, label.zh, value, unit ?? null] satisfies Value[]]
    })
  })
}

/**
 * The whole report as one table, a line for each fact: readable as it is and by every tool, however different its parts.
 * What is not known has no line.
 */
export function reportCsv(manifest: Manifest, around: Surroundings): string {
  const { snapshot } = manifest
  const { tier, radius_km, isLocated: is_located, uncertainty_m } = around
  const facts = { snapshot, tier, radius_km, is_located, uncertainty_m }
  const about = Object.entries(wholeReport).map(([measure, { label, ...of }]) => [
    ...['report', null, null, null, measure, label.en, label.zh],
    facts[measure as keyof typeof facts],
    'unit' in of ? of.unit : null,
  ])
  const sources = reportSources(manifest).map(({ dataset, title, attribution, licence, date }) => [
    ...['source', dataset, title.en, title.zh, 'attribution', 'Source, licence, date', '来源、许可、日期'],
    `${attribution} (${licence}, ${date})`,
    null,
  ])
  return csvLines([header, ...about, ...partsOf(around).flatMap(linesOf), ...sources])
}

interface Drawn {
  readonly type: 'Feature'
  readonly id: string
  readonly geometry: unknown
  readonly properties: Row
}

const everything = { values: {}, filters: {} } as const

/** Which features a report draws, by the dataset that has their shapes. Restricted ones never come: their relation lacks them. */
function drawings(around: Surroundings): readonly (readonly [part: string, Selection, readonly Row[]])[] {
  const { dataset, mine, areas, communities, incidents } = around
  const ids = (rows: readonly Row[]) => rows.map(({ feature_id }) => feature_id).join(',')
  const ofMine = { values: {}, filters: { mine_id: mine.mine_id ?? null } }
  return [
    ['mine', { collection: datasets[dataset], ...ofMine }, [mine]],
    ['ring', { collection: overlays.mine_rings, ...ofMine }, around.rings],
    ['protected_area', { collection: datasets.protected_areas, ...everything, ids: ids(areas) }, areas],
    ['host_community', { collection: datasets.host_communities, ...everything, ids: ids(communities) }, communities],
    ['incident_report', { collection: datasets.incident_reports, ...everything, ids: ids(incidents) }, incidents],
  ]
}

/** What a report says of a drawn feature; a ring is known by its radius, all else by its id. */
function said(part: string, drawn: Drawn, rows: readonly Row[]): Row {
  if (part === 'mine') return rows[0] ?? {}
  const row = rows.find((one) =>
    part === 'ring' ? one.radius_km === drawn.properties.radius_km : one.feature_id === drawn.id,
  )
  return row ?? {}
}

/** The report as features to draw, each with its `part` and what the report says of it; the rest stands beside them. */
export async function reportGeojson(engine: Engine, around: Surroundings, signal: AbortSignal): Promise<string> {
  const features = await Promise.all(
    drawings(around).map(async ([part, selection, rows]) => {
      const found = rows.length === 0 ? [] : await engine.rows(featuresQuery(selection), { signal })
      return found.map((row) => {
        const drawn = JSON.parse(String(row.feature)) as Drawn
        return { ...drawn, id: `${part}:${drawn.id}`, properties: { part, ...said(part, drawn, rows) } }
      })
    }),
  )
  return JSON.stringify({
    type: 'FeatureCollection',
    snapshot: engine.manifest.snapshot,
    tier: around.tier,
    radius_km: around.radius_km,
    uncertainty_m: around.uncertainty_m,
    incident_years: around.years,
    cahra: around.cahra,
    neighbours: around.neighbours,
    sources: reportSources(engine.manifest),
    features: features.flat(),
  })
}
