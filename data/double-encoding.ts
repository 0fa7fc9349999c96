/** Code points of Windows-1252 that are not those of Latin-1, by byte. */
const windows1252 = new Map(
  [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'].map((character, index) => [character, 0x80 + index]),
)
const suspicious = /[ÂÃâäåæçèéïð][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** UTF-8 that was once taken for Windows-1252 and encoded again ("PerÃº"), undone; the text itself where that is not what it is. */
export function undoDoubleEncoding(text: string): string {
  if (!suspicious.test(text)) return text
  const bytes: number[] = []
  for (const character of text) {
    const byte = windows1252.get(character) ?? character.codePointAt(0) ?? 0
    if (byte > 0xff) return text
    bytes.push(byte)
  }
  try {
    return utf8.decode(new Uint8Array(bytes))
  } catch {
    return text
  }
}
