import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Row } from '#test/bench/table.ts'

const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
const kilobytes = (file: string): number => gzipSync(readFileSync(dist + file)).length / 1024

/** Gzip size of the scripts: those that index.html names (before the map route), and all of them. */
export function measureBundle(): Row[] {
  const html = readFileSync(`${dist}index.html`, 'utf8')
  const first = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].flatMap(([, file]) => file ?? [])
  const all = readdirSync(`${dist}assets`).filter((file) => file.endsWith('.js'))
  const total = (files: readonly string[]): number => files.reduce((sum, file) => sum + kilobytes(file), 0)
  return [
    { what: 'JS before the map route, gzip', value: total(first), unit: 'KB', bar: 200 },
    { what: 'JS in all, gzip', value: total(all.map((file) => `assets/${file}`)), unit: 'KB', bar: 900 },
  ]
}
