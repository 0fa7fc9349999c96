import { execFileSync } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDuck, quote, rows, sourceFolder } from '#server/prepare/make/duck.ts'
import { packageFolder } from '#server/prepare/make/packages.ts'

const root = join(import.meta.dirname, '../../..')
const folder = join(root, 'web/public/fonts')

/** Index of Noto Sans CJK SC in the collection; the other members draw the same characters the Japanese or Korean way. */
const simplifiedChinese = '2'

/** Latin with Vietnamese, Cyrillic, punctuation, arrows, mathematical signs, shapes, full-width forms. */
const ranges: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x2b9, 0x2bf],
  [0x300, 0x304],
  [0x400, 0x45f],
  [0x1e00, 0x1eff],
  [0x2010, 0x205e],
  [0x2070, 0x2089],
  [0x2116, 0x2122],
  [0x2190, 0x2193],
  [0x2248, 0x2265],
  [0x25a0, 0x25cf],
  [0x3000, 0x301f],
  [0xff01, 0xff5e],
]

/**
 * Write two weights of Noto Sans SC: the regular one for any text in everyday Chinese, the bold one only for what the
 * atlas itself writes (headings, names), because a character costs a quarter of a kilobyte in each. The Latin cuts hold the
 * same letters without the Chinese, for pages that have none,
 * and the one of two characters is for the button that leads from there to the Chinese page.
 */
export const makeFonts = async (): Promise<string> => {
  mkdirSync(folder, { recursive: true })
  const own = [...spans(), ...(await usedInNames()), ...usedInFiles()]
  const sizes = [
    subset('Regular', 'sc', [...own, ...commonChinese()]),
    subset('Bold', 'sc', own),
    subset('Regular', 'latin', spans()),
    subset('Bold', 'latin', spans()),
    subset('Regular', 'switch', [...'中文']),
  ]
  const notice = join(packageFolder('notoSansCjk'), 'usr/share/doc/fonts-noto-cjk/copyright')
  writeFileSync(join(folder, 'OFL.txt'), licence(readFileSync(notice, 'utf8')))
  return `fonts: ${sizes.join(', ')}`
}

const subset = (weight: 'Regular' | 'Bold', script: 'sc' | 'latin' | 'switch', wanted: readonly string[]): string => {
  const characters = new Set(wanted)
  const list = join(packageFolder('fonttools'), 'characters.txt')
  writeFileSync(list, [...characters].sort().join(''))
  const font = globSync(`**/NotoSansCJK-${weight}.ttc`, { cwd: packageFolder('notoSansCjk') })[0] ?? ''
  const file = join(folder, `noto-sans-${script}-${weight.toLowerCase()}.woff2`)
  execFileSync(
    'python3',
    [
      ...['-m', 'fontTools.subset', join(packageFolder('notoSansCjk'), font), `--font-number=${simplifiedChinese}`],
      ...[`--text-file=${list}`, `--output-file=${file}`, '--flavor=woff2', '--no-hinting'],
      // Combined letters and tabular figures stay; vertical and width variants of a print font go.
      ...['--layout-features=ccmp,locl,kern,mark,tnum', '--no-recalc-timestamp', '--drop-tables+=vhea,vmtx,VORG'],
    ],
    { env: { ...process.env, PYTHONPATH: `${packageFolder('fonttools')}:${packageFolder('brotli')}` } },
  )
  return `${weight} ${characters.size} characters ${Math.round(statSync(file).size / 1024)} KiB`
}

const spans = (): string[] =>
  ranges.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)),
  )

/** The 3755 characters of GB 2312 level 1: rows 16 to 55, by frequency of use and sorted by sound. */
const commonChinese = (): string[] => {
  const decode = new TextDecoder('gb18030')
  const cell = (row: number, column: number): string => decode.decode(Uint8Array.of(0xa0 + row, 0xa0 + column))
  const rowsOfTable = Array.from({ length: 40 }, (_, index) => index + 16)
  return rowsOfTable.flatMap((row) => Array.from({ length: row === 55 ? 89 : 94 }, (_, index) => cell(row, index + 1)))
}

/** Characters of the names in the Parquet files. */
const usedInNames = async (): Promise<string[]> => {
  const duck = await openDuck()
  const file = (name: string): string => quote(join(sourceFolder, name))
  const found = await rows<{ character: string }>(
    duck,
    `with name as (select name_en || coalesce(name_zh, '') as name from ${file('countries.parquet')}
       union all select name_en || coalesce(name_zh, '') from ${file('admin1.parquet')}
       union all select name || coalesce(name_zh, '') from ${file('host-communities.parquet')})
     select distinct unnest(string_split(name, '')) as character from name`,
  )
  return found.map(({ character }) => character)
}

/** Characters of the tables and of the words on screen, so that a new word only needs this script again. */
const usedInFiles = (): string[] => {
  const files = globSync(['data/**/*.{csv,ts}', 'web/**/*.{ts,tsx,po,json}'], { cwd: root })
  return files.flatMap((file) => [...readFileSync(join(root, file), 'utf8')]).filter((character) => character >= ' ')
}

/** The licence text out of Debian's machine-readable notice, where each line is indented and a dot stands for an empty one. */
const licence = (notice: string): string => {
  const text = /^License: SIL-1\.1\n((?: .*\n)+)/m.exec(notice)?.[1]
  if (text === undefined) throw new Error('No SIL Open Font License in the notice of the font')
  return [
    'Noto Sans CJK SC, subset for this atlas. https://github.com/notofonts/noto-cjk',
    "Copyright 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'.",
    '',
    'This Font Software is licensed under the SIL Open Font License, Version 1.1.',
    text.replace(/^ \.?/gm, '').trimEnd(),
    '',
  ].join('\n')
}
