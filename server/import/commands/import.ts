import { mkdirSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Config } from '#server/config.ts'
import { proposeMapping } from '#server/import/commands/guess.ts'
import { duplicatesOf } from '#server/import/duplicates.ts'
import { effectsOf } from '#server/import/effects.ts'
import { tryOut } from '#server/import/gate.ts'
import { UnknownSchema } from '#server/import/match.ts'
import { type Normalised, normalise } from '#server/import/normalise.ts'
import { outcomeIn } from '#server/import/outcome.ts'
import { failed } from '#server/import/problem.ts'
import type { Workplace } from '#server/import/read/gdal.ts'
import { markdownReport, type ReportParts, terminalReport } from '#server/import/report.ts'
import type { ImportRequest } from '#server/import/request.ts'
import { ReadProgress, say } from '#server/import/terminal.ts'
import { openWorkbench } from '#server/prepare/database.ts'
import { findInputs, importPathOf, ownFilesOf, type StagedFile } from '#server/prepare/inputs.ts'
import { makeSnapshot, prepare, publishSnapshot, underLock } from '#server/prepare/prepare.ts'
import { nameInSource, switchSources, workFolder } from '#server/prepare/switch.ts'
import { currentSnapshot, type Snapshot } from '#server/snapshot.ts'
import { findSpatialExtension } from '#server/spatial.ts'

/** What is held of the disk beside the files themselves: a snapshot is about four times its sources. */
const roomFactor = 4

function checkRoom(config: Config, path: string): void {
  mkdirSync(config.dataDir, { recursive: true })
  const { bavail, bsize } = statfsSync(config.dataDir)
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  const free = Number(bavail) * Number(bsize)
  if (free < size * roomFactor) {
    throw failed(
      `${config.dataDir}: ${Math.round(free / 1e6)} MB are free and about ${Math.round((size * roomFactor) / 1e6)} MB are needed`,
    )
  }
}

/** Stop tidily when asked to: what is half done goes, what was there stays. */
function onStop(remove: () => void): () => void {
  const stop = (signal: NodeJS.Signals): void => {
    remove()
    process.stderr.write(`\nstopped by ${signal}: nothing was changed\n`)
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  return () => {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
}

interface Run {
  readonly config: Config
  readonly request: ImportRequest
  readonly place: Workplace
  readonly normalised: Normalised
  readonly target: string
}

const filesOf = ({ normalised }: Run): string[] => normalised.files.map(({ file }) => file)

function titleOf({ request, normalised }: Run, what: string): string {
  return `${what}: ${basename(request.path)} as ${request.dataset.id} (${normalised.mapping.title.en})`
}

/** Only what would happen to the records; nothing of it is kept. */
async function report(run: Run, before: Snapshot): Promise<ReportParts> {
  const { config, request, normalised, target, place } = run
  const outcome = await tryOut(place, before, request.dataset, target)
  const flag = request.appendAs === null ? '' : ' --append'
  return {
    title: titleOf(run, 'Dry run'),
    normalised,
    outcome,
    duplicates: null,
    effects: [],
    more: [
      `nothing was changed in ${config.dataDir}; to import: npm run data -- import ${request.dataset.id} ${request.path}${flag}`,
    ],
  }
}

/** Where a replaced dataset covered more countries than the new file does, say so: appending keeps them. */
function lostRows({ request, normalised }: Run, before: Snapshot | null, after: Snapshot): string[] {
  const [old, now] = [before, after].map((snapshot) => snapshot?.manifest.datasets[request.dataset.id]?.rows ?? 0)
  if (request.appendAs !== null || old === undefined || now === undefined || now >= old) return []
  return [
    `${normalised.mapping.title.en} replaced ${old.toLocaleString('en')} rows by ${now.toLocaleString('en')}; --append keeps both, npm run data -- rollback goes back`,
  ]
}

const appendAsOf = ({ request, normalised }: Run): string | null =>
  request.appendAs === '' ? normalised.mapping.id : request.appendAs

/** The new file in its place, and away with those that it replaces. Returns where it stands. */
async function putInPlace(run: Run): Promise<string> {
  const { config, request, target } = run
  const { dataDir } = config
  const appendAs = appendAsOf(run)
  const to = importPathOf(request.dataset, dataDir, appendAs)
  const from = `${to}.new`
  await rename(target, from)
  const appended = appendAs === null ? ownFilesOf(request.dataset, dataDir).appended : []
  await switchSources(dataDir, {
    moves: [{ from: nameInSource(dataDir, from), to: nameInSource(dataDir, to) }],
    removes: appended.map((path) => nameInSource(dataDir, path)),
  })
  return to
}

/** Nothing is checked yet that prepare checks: a snapshot of all that came later is made in one go. */
async function leftForLater(run: Run): Promise<void> {
  const { normalised, request } = run
  const to = await putInPlace(run)
  say(
    `${normalised.records.toLocaleString('en')} records of ${basename(request.path)} are in ${to}\n` +
      'nothing is served of them yet: npm run data prepares all that came\n',
  )
}

/** Make the snapshot with the new file, then change the files and move the pointer. */
async function publish(run: Run): Promise<{ before: Snapshot | null; after: Snapshot; imported: string }> {
  const { config, request, target } = run
  const { dataDir } = config
  const before = currentSnapshot(config)
  const staged: StagedFile = { dataset: request.dataset.id, path: target, appendAs: appendAsOf(run) }
  const after = await makeSnapshot(config, findInputs(dataDir, [staged]))
  const to = await putInPlace(run)
  await publishSnapshot(dataDir, after.id)
  return { before, after, imported: to }
}

async function published(run: Run): Promise<ReportParts> {
  const { config, request, normalised, place } = run
  const { before, after, imported } = await publish(run)
  const outcome = await outcomeIn(place.connection, after, request.dataset, filesOf(run), normalised.records)
  const folder = join(config.dataDir, 'reports')
  const file = join(folder, `import-${request.dataset.id}-${after.id}.md`)
  const parts: ReportParts = {
    title: titleOf(run, 'Import'),
    normalised,
    outcome,
    duplicates: await duplicatesOf(place.connection, before, after, request.dataset, imported),
    effects: await effectsOf(config, request.dataset, before, after),
    more: [
      ...lostRows(run, before, after),
      ...(before?.id === after.id ? ['the same as what was there: nothing changed'] : []),
      `snapshot ${after.id} is current; a running server switches to it within two seconds`,
      `every quarantined record: ${join(after.folder, 'quarantine.csv')}`,
    ],
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, markdownReport(parts))
  return { ...parts, more: [...parts.more, `this report: ${file}`] }
}

async function runUnderLock(config: Config, request: ImportRequest): Promise<void> {
  const work = await workFolder(config.dataDir)
  const release = onStop(work.remove)
  const bench = await openWorkbench(config, join(work.path, 'spill'))
  try {
    const place = {
      connection: bench.connection,
      reader: bench.reader,
      spatial: await findSpatialExtension(config.cacheDir),
      folder: work.path,
    }
    const progress = new ReadProgress(config.logLevel === 'silent')
    const target = join(work.path, 'normalised.parquet')
    const normalised = await normalise(request, place, target, (file, records) => progress.tell(file, records)).catch(
      (error: unknown) => {
        if (error instanceof UnknownSchema) return proposeMapping(request, error)
        throw error
      },
    )
    progress.done(normalised.files)
    const run: Run = { config, request, place, normalised, target }
    if (request.isLater) return await leftForLater(run)
    const before = currentSnapshot(config)
    const parts = request.isDryRun && before !== null ? await report(run, before) : await published(run)
    say(terminalReport(parts))
  } finally {
    bench.close()
    release()
    work.remove()
  }
}

/**
 * Import a file or folder as a dataset: read, map, write, prepare, publish, report. Waits for another import or prepare, or says why not.
 * @throws ImportProblem, UnknownSchema, SourceError and what prepare throws; the snapshot that was there then stays
 */
export async function importFile(config: Config, request: ImportRequest): Promise<void> {
  checkRoom(config, request.path)
  if (request.isDryRun && currentSnapshot(config) === null) await prepare(config)
  await underLock(
    config.dataDir,
    () => runUnderLock(config, request),
    (holder) => {
      const who = `another import or prepare (process ${holder ?? 'unknown'}) is at work`
      if (!request.waits) throw failed(`${who}: nothing was changed`)
      process.stderr.write(`${who}: waiting for its end\n`)
    },
  )
}
