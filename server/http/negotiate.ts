interface Range {
  readonly type: string
  readonly quality: number
}

function rangesOf(accept: string): Range[] {
  return accept
    .slice(0, 2_000)
    .split(',')
    .map((part) => {
      const [type = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((one) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(one)?.[1]).find(Boolean)
      return { type: type.trim(), quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ type }) => type !== '')
}

const matches = (range: string, type: string): boolean =>
  range === type || range === '*/*' || (range.endsWith('/*') && type.startsWith(range.slice(0, -1)))

/** How specific a range is: a type, a kind, anything. */
const weight = (range: string): number => (range === '*/*' ? 0 : range.endsWith('/*') ? 1 : 2)

/** What a client thinks of a media type: the quality of the most specific range that it falls under (RFC 9110, 12.5.1). */
function qualityOf(ranges: readonly Range[], type: string): number {
  const [best] = ranges.filter((range) => matches(range.type, type)).sort((a, b) => weight(b.type) - weight(a.type))
  return best?.quality ?? 0
}

/**
 * The offered thing that a client likes best; of equals the one that is offered first, and the first too where the client takes
 * none of them or says nothing.
 * @param typesOf media types that a thing goes by, without parameters
 */
export function negotiated<T>(
  accept: string | undefined,
  offers: readonly [T, ...T[]],
  typesOf: (offer: T) => readonly string[],
): T {
  if (accept === undefined) return offers[0]
  const ranges = rangesOf(accept)
  let [best, quality] = [offers[0], 0]
  for (const offer of offers) {
    const own = Math.max(0, ...typesOf(offer).map((type) => qualityOf(ranges, type)))
    if (own > quality) [best, quality] = [offer, own]
  }
  return best
}

const jsonTypes = ['application/json', 'application/geo+json', 'application/schema+json', 'application/problem+json']

/** Whether a person's browser asks: it names HTML and likes it better than JSON. */
export const prefersHtml = (accept: string | undefined): boolean =>
  negotiated(accept, ['json', 'html'], (offer) => (offer === 'html' ? ['text/html'] : jsonTypes)) === 'html'
