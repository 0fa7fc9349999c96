import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { describe, expect, test } from 'vitest'
import en from '#web/text/en.json' with { type: 'json' }
import laterEn from '#web/text/later-en.json' with { type: 'json' }
import laterZh from '#web/text/later-zh.json' with { type: 'json' }
import { preferredLanguage } from '#web/text/text.ts'
import zh from '#web/text/zh.json' with { type: 'json' }

const english: Readonly<Record<string, string>> = { ...en, ...laterEn }
const chinese: Readonly<Record<string, string>> = { ...zh, ...laterZh }
const ids = Object.keys(english)
const web = fileURLToPath(new URL('../../web/', import.meta.url))
const code = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(web, file), 'utf8'))
  .join('\n')

/** Names of the values that a message needs, and the tags that it wraps words in. */
function needs(message: string): string[] {
  const names = new Set<string>()
  const walk = (tokens: CompiledMessage): void => {
    for (const token of tokens) {
      if (typeof token === 'string') continue
      const [name, , choices] = token
      names.add(name)
      if (typeof choices === 'object' && choices !== null) {
        for (const choice of Object.values(choices)) if (Array.isArray(choice)) walk(choice as CompiledMessage)
      }
    }
  }
  walk(compileMessageOrThrow(message))
  for (const [tag] of message.matchAll(/<\/?\d+>/g)) names.add(tag)
  return [...names].sort()
}

/** Names that stay as they are in any language; longer ones first, so that none is cut by a shorter. */
const properNames = [
  'Natural Earth',
  'Windows-1252',
  'npm run data',
  'HTTP\\(S\\)',
  'FlatGeobuf',
  'GeoPackage',
  'GeoParquet',
  'SMAP Atlas',
  'GeoPandas',
  'Shapefile',
  'GeoNames',
  'GeoJSON',
  'JSON-FG',
  'SHA-256',
  'WebGL 2',
  'ArcGIS',
  'DuckDB',
  'Python',
  'WGS 84',
  'ACLED',
  'DQ-02',
  'Excel',
  'GRID3',
  'UTF-8',
  'GDAL',
  'ICMM',
  'IUCN',
  'JSON',
  'QGIS',
  'UCDP',
  'WDPA',
  'XLSX',
  'curl',
  'API',
  'CSV',
  'GEM',
  'KML',
  'OGC',
  'PDF',
  'SQL',
  'WFS',
  'Zip',
  'MB',
  'sf',
]

describe('the words of the page', () => {
  test('are the same in both languages: no text is missing, none is left over', () => {
    expect(Object.keys(chinese).sort()).toEqual([...ids].sort())
  })

  test('are said in one place only: a text of the first screen is not said again later', () => {
    const twice = Object.keys(laterEn).filter((id) => id in en)
    expect([...twice, ...Object.keys(laterZh).filter((id) => id in zh)]).toEqual([])
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort())
  })

  test('need the same values in both languages', () => {
    const valuesOf = (message = '') => needs(message).filter((name) => name !== 'count')
    expect(ids.filter((id) => valuesOf(chinese[id]).join() !== valuesOf(english[id]).join())).toEqual([])
  })

  test('have no English word on the Chinese page but names and units', () => {
    const names = new RegExp([...properNames, 'km', 'n =', '\\{[^{}]*\\}', '</?\\d>'].join('|'), 'g')
    const stray = Object.entries(chinese).filter(([, text]) => /[A-Za-z]{2,}/.test(text.replaceAll(names, '')))
    expect(stray).toEqual([])
  })

  test('are calm and exact: no exclamation mark, nobody is "affected" or "impacted"', () => {
    const loud = Object.entries({ ...english }).filter(([, text]) => /[!！]|affected|impact/i.test(text))
    expect(loud).toEqual([])
  })

  test('are all used', () => {
    const made =
      /^(theme|side\.(un)?fold_|sheet\.|words\.|method\.class_|table\.title_|problem\.|measure\.|headline\.|coverage\.|matrix\.|issues\.|briefing\.|report\.as_|export\.|open_in\.|compare\.)/
    expect(ids.filter((id) => !made.test(id) && !code.includes(`'${id}'`) && !code.includes(`"${id}"`))).toEqual([])
  })
})

test.each([
  [['fr-FR', 'zh-CN', 'en'], 'zh'],
  [['en-GB', 'zh'], 'en'],
  [['de'], 'en'],
  [[], 'en'],
])('a reader of %j is spoken to in %s', (languages, language) => {
  expect(preferredLanguage(languages)).toBe(language)
})
