import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Row } from '#test/bench/table.ts'

const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
const kilobytes = (file: string): number => gzipSync(readFileSync(dist + file)).length / 1024
const total = (files: Iterable<string>): number => [...files].reduce((sum, file) => sum + kilobytes(file), 0)

/** One chunk of Vite's manifest; its keys are sources, `_name.js` for shared chunks. */
interface Chunk {
  readonly file: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
}
type Manifest = Readonly<Record<string, Chunk>>

/** The code of a page beside Explore: it loads when that page is opened, never before. */
const isPage = (key: string): boolean => /^pages\/[^/]+\/[^/]+-page\.tsx$/.test(key)

/** Every script that can load once `from` is open, other pages aside. */
function reachable(manifest: Manifest, from: readonly string[]): Set<string> {
  const seen = new Set<string>()
  const visit = (key: string): void => {
    const chunk = manifest[key]
    if (chunk === undefined || seen.has(key)) return
    seen.add(key)
    for (const next of chunk.imports ?? []) visit(next)
    for (const next of chunk.dynamicImports ?? []) if (!isPage(next)) visit(next)
  }
  for (const key of from) visit(key)
  return new Set([...seen].map((key) => manifest[key]?.file ?? '').filter((file) => file.endsWith('.js')))
}

/** What each page beside Explore adds to what a reader of Explore has already. */
function pageRows(manifest: Manifest, explore: ReadonlySet<string>): Row[] {
  return Object.keys(manifest)
    .filter(isPage)
    .map((key) => {
      const own = [...reachable(manifest, [key])].filter((file) => !explore.has(file))
      const name = key.split('/')[1] ?? key
      return { what: `JS that the page ${name} adds, gzip`, value: total(own), unit: 'KB' }
    })
}

/** Workers are built by themselves and stand in no manifest. */
function workerRows(loaded: ReadonlySet<string>): Row[] {
  return readdirSync(`${dist}assets`)
    .filter((file) => /worker-[\w-]+\.js$/.test(file) && !loaded.has(`assets/${file}`))
    .map((file) => ({
      what: `JS of ${file.replace(/-[\w-]+\.js$/, '')}, on demand, gzip`,
      value: kilobytes(`assets/${file}`),
      unit: 'KB',
    }))
}

/**
 * Gzip size of the scripts: those that index.html names (before the map route), all that a visit to Explore loads with map, table and
 * worker, what its windows and tools add when they are opened, and what each other page adds.
 * @param visited scripts that a browser loaded until the page was at rest, as `assets/...`
 */
export function measureBundle(visited: ReadonlySet<string>): Row[] {
  const html = readFileSync(`${dist}index.html`, 'utf8')
  const first = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].flatMap(([, file]) => file ?? [])
  const manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, 'utf8')) as Manifest
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry)
  const explore = new Set([...reachable(manifest, entries), ...first, ...visited])
  const later = [...explore].filter((file) => !visited.has(file))
  return [
    { what: 'JS before the map route, gzip', value: total(first), unit: 'KB', bar: 200 },
    { what: 'JS of a visit to Explore in all, gzip', value: total(visited), unit: 'KB', bar: 900 },
    { what: 'JS that windows and tools of Explore add, gzip', value: total(later), unit: 'KB' },
    ...workerRows(visited),
    ...pageRows(manifest, explore),
  ]
}
