import { type Program, programs, snippetsFor } from '#web/panels/open-in-words.ts'

/** Prints what the page's "Open in ..." offers for some rows, as JSON: for the Python tests of this folder. */
const [origin = ''] = process.argv.slice(2)
const chosen = {
  layer: { collection: 'mine_exposure', filter: { region: 'CAS', radius_km: '20' } },
  join: { collection: 'mine_area_pairs', filter: { radius_km: '50', commodity: 'CU,CO' } },
  number: { indicator: 'EN-01', filter: { region: 'AFR' } },
} as const
const offered = Object.entries(chosen).map(([name, rows]) => [
  name,
  Object.fromEntries(programs.map((program: Program) => [program, snippetsFor(program, rows, origin)])),
])
process.stdout.write(JSON.stringify(Object.fromEntries(offered)))
