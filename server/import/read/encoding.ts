import { isAscii, isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { failed } from '#server/import/problem.ts'

/** Names that TextDecoder knows. */
export type Encoding = string

const sampleLimit = 1_000_000
/** More broken lines than this share, and the file is not UTF-8 with a few damaged records but something else. */
const damagedShare = 0.1
const newline = 0x0a

interface Counts {
  lines: number
  nonAscii: number
  notUtf8: number
  readonly samples: Buffer[]
  sampled: number
}

function countLines(bytes: Buffer, counts: Counts): void {
  let start = 0
  while (start < bytes.length) {
    const found = bytes.indexOf(newline, start)
    const end = found === -1 ? bytes.length : found + 1
    const line = bytes.subarray(start, end)
    counts.lines += 1
    if (!isAscii(line)) {
      counts.nonAscii += 1
      if (!isUtf8(line)) {
        counts.notUtf8 += 1
        if (counts.sampled < sampleLimit) {
          counts.samples.push(Buffer.from(line))
          counts.sampled += line.length
        }
      }
    }
    start = end
  }
}

async function countFile(path: string): Promise<Counts> {
  const counts: Counts = { lines: 0, nonAscii: 0, notUtf8: 0, samples: [], sampled: 0 }
  let rest: Buffer[] = []
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = chunk as Buffer
    const last = bytes.lastIndexOf(newline)
    if (last === -1) {
      rest.push(bytes)
      continue
    }
    const whole = Buffer.concat([...rest, bytes.subarray(0, last + 1)])
    if (!isAscii(whole)) countLines(whole, counts)
    rest = [bytes.subarray(last + 1)]
  }
  countLines(Buffer.concat(rest), counts)
  return counts
}

/** Leads of two-byte characters; everyday Chinese lies in the first level of GB 2312 (lead bytes B0 to D7). */
function looksChinese(bytes: Buffer): boolean {
  let [pairs, everyday] = [0, 0]
  for (let at = 0; at < bytes.length - 1; at += 1) {
    const lead = bytes[at] ?? 0
    if (lead < 0x81) continue
    pairs += 1
    if (lead >= 0xb0 && lead <= 0xd7 && (bytes[at + 1] ?? 0) >= 0xa1) everyday += 1
    at += 1
  }
  if (pairs === 0 || everyday / pairs < 0.6) return false
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Cyrillic text is words of high bytes; Latin text has them one by one between plain letters. */
function looksCyrillic(bytes: Buffer): boolean {
  let [high, inWords, run] = [0, 0, 0]
  for (const byte of [...bytes, 0]) {
    if (byte >= 0xa8) {
      high += 1
      run += 1
      continue
    }
    if (run >= 3) inWords += run
    run = 0
  }
  return high > 0 && inWords / high > 0.7
}

/** Which of the usual one is meant by bytes that are not UTF-8. */
export function guessLegacyEncoding(bytes: Buffer): Encoding {
  if (looksChinese(bytes)) return 'gb18030'
  return looksCyrillic(bytes) ? 'windows-1251' : 'windows-1252'
}

async function markOf(path: string): Promise<Encoding | null> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0)
    const head = buffer.subarray(0, bytesRead)
    if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
    if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
    if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
    const zeros = [0, 1].map((odd) => head.filter((byte, index) => index % 2 === odd && byte === 0).length)
    const half = head.length / 2
    if (half >= 8 && (zeros[1] ?? 0) > half * 0.8 && (zeros[0] ?? 0) === 0) return 'utf-16le'
    if (half >= 8 && (zeros[0] ?? 0) > half * 0.8 && (zeros[1] ?? 0) === 0) return 'utf-16be'
    return null
  } finally {
    await handle.close()
  }
}

/**
 * The encoding of a text file: its byte order mark, else UTF-8 where (nearly) every line is, else the likeliest of GB 18030,
 * Windows-1251 and Windows-1252.
 * @returns the encoding, and what to tell about it
 */
export async function detectEncoding(path: string, asked?: string): Promise<{ encoding: Encoding; note: string }> {
  if (asked !== undefined) {
    try {
      return { encoding: new TextDecoder(asked).encoding, note: `encoding ${asked}, as asked` }
    } catch {
      throw failed(`--encoding ${asked}: no such encoding`)
    }
  }
  const mark = await markOf(path)
  if (mark !== null) return { encoding: mark, note: `encoding ${mark}` }
  const { nonAscii, notUtf8, samples } = await countFile(path)
  if (notUtf8 === 0) return { encoding: 'utf-8', note: 'encoding utf-8' }
  if (notUtf8 / nonAscii < damagedShare) {
    return { encoding: 'utf-8', note: `encoding utf-8; ${notUtf8} lines are not and are set aside` }
  }
  const encoding = guessLegacyEncoding(Buffer.concat(samples))
  return {
    encoding,
    note: `encoding ${encoding} (guessed from ${notUtf8} lines that are not UTF-8; --encoding overrides)`,
  }
}
