import type { Note } from '#web/drop/parsed.ts'

/** Text in UTF-8, else in the old encoding of Western spreadsheets, which takes any byte. */
export function decode(bytes: Uint8Array): { text: string; notes: Note[] } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), notes: [] }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), notes: ['windows_1252'] }
  }
}
