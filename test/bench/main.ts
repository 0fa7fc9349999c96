import { parseArgs } from 'node:util'
import { measureBundle } from '#test/bench/bundle.ts'
import { measureCommittee } from '#test/bench/committee.ts'
import { measureEndpoints } from '#test/bench/endpoints.ts'
import { measureExports } from '#test/bench/exports.ts'
import { measurePage, scriptsOfVisit } from '#test/bench/page.ts'
import { measurePrepare } from '#test/bench/prepare.ts'
import { measureStandards } from '#test/bench/standards.ts'
import { printTable, type Row } from '#test/bench/table.ts'
import { startAtlas } from '#test/setup/atlas.ts'

/**
 * `npm run bench [-- --seconds 30]`: every number that the README states, measured on this machine.
 * Exits with 1 where a bar is missed, so that a slow change is noticed.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { seconds: { type: 'string', default: '30' } } })
  const rows: Row[] = await measurePrepare()
  const { url, server } = await startAtlas()
  try {
    const seconds = Number(values.seconds)
    rows.push(
      ...measureBundle(await scriptsOfVisit(url)),
      ...(await measurePage(url)),
      ...(await measureEndpoints(url, seconds)),
      ...(await measureCommittee(url)),
      ...(await measureStandards(url, seconds)),
      ...(await measureExports(url)),
    )
  } finally {
    server.kill('SIGTERM')
  }
  printTable(rows)
  process.exitCode = rows.some((row) => row.bar !== undefined && row.value > row.bar) ? 1 : 0
}

await main()
