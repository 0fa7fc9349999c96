import { Cql2Error, excerpt } from '#server/cql2/error.ts'

export interface Token {
  readonly kind: 'word' | 'quoted' | 'string' | 'number' | 'symbol' | 'end'
  /** As written. */
  readonly text: string
  /** What it stands for: a word in capitals, a name or string without quotes and escapes, otherwise as written. */
  readonly value: string
  readonly position: number
}

// The character classes of the standard's BNF (cql2.bnf 1.0.0), rules identifierStart, identifierPart and whitespace.
const start =
  ':_A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFE\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}'
const part = `${start}.0-9\\u0300-\\u036F\\u203F\\u2040`
const patterns = [
  ['space', /[\t-\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/uy],
  ['word', new RegExp(`[${start}][${part}]*`, 'uy')],
  ['number', /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/uy],
  ['string', /'(?:[^'\\]|''|\\.)*'/suy],
  ['quoted', /"(?:[^"]|"")*"/uy],
  ['symbol', /<>|<=|>=|[()<>=,+\-*/%^]/uy],
] as const

const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  "'": "'",
  '\\': '\\',
}

/** A string without its quotes. A backslash before any other character stays, for LIKE to read (`\%`). */
function unescaped(text: string): string {
  return text
    .slice(1, -1)
    .replaceAll(/''|\\(.)/gsu, (all, escaped?: string) => (escaped === undefined ? "'" : (escapes[escaped] ?? all)))
}

function valueIn(kind: Token['kind'], text: string): string {
  if (kind === 'word') return text.toUpperCase()
  if (kind === 'quoted') return text.slice(1, -1).replaceAll('""', '"')
  return kind === 'string' ? unescaped(text) : text
}

function nothingFits(text: string, position: number): Cql2Error {
  const character = String.fromCodePoint(text.codePointAt(position) ?? 0)
  if (character === "'") return new Cql2Error('a string is not closed', { position })
  if (character === '"') return new Cql2Error('a quoted name is not closed', { position })
  return new Cql2Error(`unexpected ${excerpt(character)}`, { position })
}

/**
 * The words, numbers, strings and symbols of a filter, ended by a token of kind `end`.
 * @throws Cql2Error at the first character that begins none
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let position = 0
  while (position < text.length) {
    const found = patterns.map(([kind, pattern]) => ({ kind, match: matchAt(pattern, text, position) }))
    const first = found.find(({ match }) => match !== undefined)
    if (first?.match === undefined) throw nothingFits(text, position)
    const { kind, match } = first
    if (kind !== 'space') tokens.push({ kind, text: match, value: valueIn(kind, match), position })
    position += match.length
  }
  tokens.push({ kind: 'end', text: '', value: '', position })
  return tokens
}

function matchAt(pattern: RegExp, text: string, position: number): string | undefined {
  pattern.lastIndex = position
  return pattern.exec(text)?.[0]
}
