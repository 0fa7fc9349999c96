import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadConfig } from '#server/config.ts'
import { currentSnapshot } from '#server/snapshot.ts'
import { measureAnswers } from '#test/bench/size/answers.ts'
import { generate } from '#test/bench/size/generate.ts'
import { runData } from '#test/bench/size/run.ts'
import { printTable, type Row } from '#test/bench/table.ts'

/** Twenty minutes and 8 GB (issue 6); a share of the size is held to the same. */
const bars = { seconds: 1_200, gb: 8 }

/** Import the four files, then prepare them in one go. */
async function measureImports(files: Readonly<Record<string, string>>, env: Record<string, string>): Promise<Row[]> {
  const rows: Row[] = []
  let seconds = 0
  let peakGb = 0
  for (const [dataset, path] of Object.entries(files)) {
    const taken = await runData(['import', dataset, path, '--later'], env)
    seconds += taken.seconds
    peakGb = Math.max(peakGb, taken.peakGb)
    rows.push({ what: `import ${dataset}`, value: taken.seconds, unit: 's' })
  }
  const prepared = await runData([], env)
  seconds += prepared.seconds
  peakGb = Math.max(peakGb, prepared.peakGb)
  rows.push({ what: 'prepare', value: prepared.seconds, unit: 's' })
  rows.push({ what: 'import and prepare in all', value: seconds, unit: 's', bar: bars.seconds })
  rows.push({ what: 'most memory', value: peakGb, unit: 'GB', bar: bars.gb })
  return rows
}

function stepsOf(dataDir: string): Row[] {
  const manifest = currentSnapshot({ dataDir })?.manifest
  return (manifest?.steps ?? []).map((step) => ({
    what: `last prepare: ${step.step} (${step.rows.toLocaleString('en')} rows)`,
    value: step.seconds,
    unit: 's',
  }))
}

/** `npm run bench:size -- --scale 0.01 [--keep <folder>]`: issue 6's size, or a share of it, from files to answers. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { scale: { type: 'string', default: '0.01' }, keep: { type: 'string' } } })
  const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'smap-size-'))
  try {
    const begun = performance.now()
    const files = await generate(join(folder, 'files'), Number(values.scale))
    const rows: Row[] = [{ what: 'make the files', value: (performance.now() - begun) / 1000, unit: 's' }]
    const dataDir = join(folder, 'data')
    const env = { DATA_DIR: dataDir, CACHE_DIR: loadConfig().cacheDir }
    rows.push(...(await measureImports({ ...files }, env)), ...stepsOf(dataDir), ...(await measureAnswers(env)))
    printTable(rows)
    process.exitCode = rows.some((row) => row.bar !== undefined && row.value > row.bar) ? 1 : 0
  } finally {
    if (values.keep === undefined) rmSync(folder, { recursive: true, force: true })
  }
}

await main()
