import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { sourceFolder } from '#server/prepare/make/duck.ts'

type Row = Record<string, string>

/** Incidents before the Chinese owner came in: kept out of rates that speak of ownership. */
const beforeOwnership = new Set([
  'afr-2007-ga-kongou-dam',
  'afr-2010-zw-marange-relocation',
  'afr-2013-lr-bong-protest',
  'afr-2014-er-bisha-lawsuit',
  'lac-ar-2015-veladero-spill',
  'lac-ar-2016-veladero-spill',
  'lac-ar-2017-veladero-spill',
  'lac-br-2021-aurizona-overflow',
  'lac-br-2021-pitinga-tailings',
  'lac-br-2023-serrote-cracks',
  'lac-co-2017-buritica-explosion',
  'lac-pe-2005-rio-blanco-detention',
  'lac-sr-2019-rosebel-shooting',
])

/** Sums over a period, which are not events: their people must not be added to those of single reports. */
const runningTotals = new Set(['afr-2025-gn-simandou-13-deaths', 'mm-2023-09-20-monywa'])

/** Rows filed as OTHER that clearly are a decision of a court or of an authority; what is not clear stays OTHER. */
const clearerTypes: Readonly<Record<string, string>> = {
  'lac-ec-2018-rio-blanco-ruling': 'COURT_RULING',
  'lac-ec-2022-panantza-ruling': 'COURT_RULING',
  'lac-br-2020-sam-licensing': 'COURT_RULING',
  'lac-bo-2025-uyuni-court': 'COURT_RULING',
  'id-2024-08-12-dairi': 'COURT_RULING',
  'afr-2013-zm-collum-licence': 'REGULATORY_ACTION',
  'afr-2017-ug-kilembe-termination': 'REGULATORY_ACTION',
  'afr-2021-cd-mwenga-suspension': 'REGULATORY_ACTION',
  'afr-2024-cd-commus-radiation': 'REGULATORY_ACTION',
  'id-2025-05-23-dairi': 'REGULATORY_ACTION',
  'id-2025-09-11-wedabay': 'REGULATORY_ACTION',
  'lac-mx-2023-sonora-cancellation': 'REGULATORY_ACTION',
}

/** Write the three fact tables from a folder with `pilot_mines.csv`, `incidents.csv` and `protected_areas.csv`. */
export const makeFacts = async (folder: string | undefined): Promise<string> => {
  if (folder === undefined) throw new Error('facts needs the folder with the three fact tables')
  const incidents = readRows(folder, 'incidents.csv')
  const known = new Set(incidents.map(({ incident_id }) => incident_id))
  const unknown = [...beforeOwnership, ...runningTotals, ...Object.keys(clearerTypes)].filter((id) => !known.has(id))
  if (unknown.length > 0) throw new Error(`No such incident: ${unknown.join(', ')}`)
  return [
    writeRows('pilot-mines.csv', readRows(folder, 'pilot_mines.csv'), 'mine_id'),
    writeRows('incident-reports.csv', incidents.map(withFlags), 'incident_id'),
    writeRows('protected-areas.csv', readRows(folder, 'protected_areas.csv'), 'site_id'),
  ].join('\n')
}

const withFlags = (row: Row): Row => {
  const id = row.incident_id ?? ''
  return {
    ...row,
    incident_type: clearerTypes[id] ?? row.incident_type ?? '',
    is_before_ownership: String(beforeOwnership.has(id)),
    is_running_total: String(runningTotals.has(id)),
  }
}

const readRows = (folder: string, file: string): Row[] =>
  parse(readFileSync(join(folder, file)), { columns: true, bom: true }) as Row[]

const writeRows = (file: string, table: readonly Row[], key: string): string => {
  const keys = new Set(table.map((row) => row[key]))
  if (keys.size !== table.length || keys.has('')) throw new Error(`${file}: ${key} is not unique`)
  const sorted = [...table].sort((a, b) => ((a[key] ?? '') < (b[key] ?? '') ? -1 : 1))
  writeFileSync(join(sourceFolder, file), stringify(sorted, { header: true }))
  return `${file}: ${table.length} rows`
}
