/** Where something stands in a filter: a character of the text, or a JSON pointer (RFC 6901) into the value. */
export interface Place {
  readonly position?: number
  readonly pointer?: string
}

/**
 * A filter that can't be read, is too large, or does not fit the collection. The message is for a person and ends with
 * the place: `unexpected ')' at 17`, `'fatalities' is a number and can't be compared with a string at #/args/1`.
 */
export class Cql2Error extends Error {
  /** Offset of the character, from 0, in a text filter. */
  readonly position: number | undefined
  /** JSON pointer of the part, in a JSON filter; the empty pointer is the whole filter. */
  readonly pointer: string | undefined

  constructor(reason: string, place: Place = {}) {
    super(`${reason}${suffix(place)}`)
    this.name = 'Cql2Error'
    this.position = place.position
    this.pointer = place.pointer
  }
}

function suffix({ position, pointer }: Place): string {
  if (position !== undefined) return ` at ${position}`
  return pointer === undefined ? '' : ` at #${pointer}`
}

/** At most 40 characters of what was written, fit to be quoted in a message. */
export function excerpt(text: string): string {
  const characters = [...text]
  const start = characters.slice(0, 40).join('')
  return `'${start}${characters.length > 40 ? '…' : ''}'`.replaceAll(/\p{Cc}/gu, ' ')
}
