import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { incidentColumns } from '#test/fixtures/columns.ts'
import { write } from '#test/fixtures/files.ts'
import { importInto, importWorld, lawHolds, reasonsIn } from '#test/import/world.ts'

const world = importWorld()
const { at } = world

const [titleAt, dateAt, isoAt, latitudeAt, longitudeAt, deathsAt] = [
  'title_en',
  'event_date',
  'iso3',
  'latitude',
  'longitude',
  'fatalities',
].map((name) => incidentColumns.indexOf(name)) as [number, number, number, number, number, number]

/** One good record of the square Zambia (20..30 E, 20..10 S). */
const record = (id: number, title: string, day: number, longitude: number, deaths: number): string[] => [
  `i${id}`,
  title,
  `2024-05-${String(day).padStart(2, '0')}`,
  '1',
  'PROTEST',
  '2',
  'none',
  'ZMB',
  '-12.5',
  String(longitude),
  '1',
  String(deaths),
  'REPORTED',
  'false',
  'false',
  '',
]

type Damage = (cells: string[]) => string

const line = (cells: readonly string[]): string => stringify([[...cells]]).trimEnd()
const change =
  (at: number, value: (cell: string) => string): Damage =>
  (cells) =>
    line(cells.map((cell, index) => (index === at ? value(cell) : cell)))

/** What people and programs do to a line; `null`: the record must be as it was. */
const damages: Readonly<Record<string, Damage>> = {
  none: line,
  'a stray quote': (cells) => line(cells).replace(',', ',"x'),
  'a quote in the middle': (cells) => line(cells).replace('Z', 'Z"'),
  'a NUL': change(titleAt, (cell) => `${cell}\u0000`),
  'a cell more': (cells) => `${line(cells)},more`,
  'a cell less': (cells) => line(cells.slice(0, -1)),
  'swapped coordinates': (cells) =>
    line(
      cells.map((cell, at) =>
        at === latitudeAt ? (cells[longitudeAt] ?? '') : at === longitudeAt ? (cells[latitudeAt] ?? '') : cell,
      ),
    ),
  'a date with slashes': change(dateAt, (cell) => cell.replaceAll('-', '/')),
  'a date without marks': change(dateAt, (cell) => cell.replaceAll('-', '')),
  'a date in words': change(dateAt, (cell) => `${Number(cell.slice(8))} May 2024`),
  'a date in American words': change(dateAt, (cell) => `May ${Number(cell.slice(8))}, 2024`),
  'a date in Chinese': change(dateAt, (cell) => `2024年5月${Number(cell.slice(8))}日`),
  'a date with a time': change(dateAt, (cell) => `${cell} 00:00:00.000`),
  'no date': change(dateAt, () => 'soon'),
  'a number that is none': change(deathsAt, () => 'about 3'),
  'a country that is none': change(isoAt, () => ''),
  'blanks around': change(titleAt, (cell) => `  ${cell} `),
  'twice encoded': change(titleAt, () => 'PerÃº'),
  'a latitude off the earth': change(latitudeAt, () => '-1250'),
}
const datesOnly = Object.keys(damages).filter((name) => name.startsWith('a date '))

const title = fc
  .string({ unit: fc.constantFrom('a', 'é', '中', ' ', 'Z', ',', '"', "'", ';'), minLength: 1, maxLength: 12 })
  .map((text) => `t${text}t`)
const rows = fc.array(
  fc.record({
    title,
    day: fc.integer({ min: 1, max: 28 }),
    place: fc.integer({ min: 205, max: 295 }),
    deaths: fc.integer({ min: 0, max: 99 }),
    damage: fc.constantFrom('none', 'none', ...Object.keys(damages)),
  }),
  { minLength: 1, maxLength: 25 },
)
const endings = fc.constantFrom('\n', '\r\n')

describe('tables with random damage', () => {
  it('accepted + quarantined = records; a whole record is never lost, changed or taken for another', {
    timeout: 120_000,
  }, async () => {
    let file = 0
    await fc.assert(
      fc.asyncProperty(rows, endings, async (list, ending) => {
        file += 1
        const good = record(9_999, 'anchor', 1, 25, 0)
        const cells = list.map((one, index) => record(index, one.title, one.day, one.place / 10, one.deaths))
        const lines = list.map((one, index) => (damages[one.damage] ?? line)(cells[index] ?? []))
        const text = [line(incidentColumns), line(good), ...lines].join(ending)
        const {
          normalised,
          loaded,
          rows: found,
        } = await importInto(world.bench, 'incident_reports', write(at(`t${file}.csv`), text))
        expect(lawHolds(loaded)).toBe(true)
        expect(loaded.read).toBe(normalised.records)
        expect(loaded.read).toBe(list.length + 1)
        const byId = new Map(found.map((row) => [row.incident_id, row]))
        for (const [index, { damage, day, place, deaths, title: name }] of list.entries()) {
          if (damage !== 'none' && !datesOnly.includes(damage)) continue
          const row = byId.get(`i${index}`)
          expect(row, `${damage}: ${lines[index]}`).toMatchObject({
            title_en: name,
            longitude: place / 10,
            latitude: -12.5,
            fatalities: deaths,
          })
          expect(row?.event_date).toEqual(new Date(Date.UTC(2024, 4, day)))
        }
      }),
      { numRuns: Number(process.env.DAMAGE_RUNS ?? 40), seed: 6 },
    )
  })

  it('what is mended is said: swapped coordinates with the distance, double encoding, blanks', async () => {
    const cells = record(1, 'x', 2, 25, 0)
    const names = ['swapped coordinates', 'twice encoded', 'blanks around']
    const lines = names.map((name, index) => (damages[name] ?? line)([`i${index}`, ...cells.slice(1)]))
    const text = [line(incidentColumns), ...lines].join('\n')
    const { loaded, rows: found } = await importInto(world.bench, 'incident_reports', write(at('mended.csv'), text))
    expect(found).toMatchObject([{ latitude: -12.5, longitude: 25 }, { title_en: 'Perú' }, { title_en: 'x' }])
    expect(loaded.findings.map(({ rule, rowNumber, file }) => [file, rowNumber, rule])).toEqual([
      ['mended.csv', 2, 'swapped_coordinates'],
      ['mended.csv', 3, 'mojibake'],
      ['mended.csv', 4, 'trim'],
    ])
    // From 25 N 12.5 W to 12.5 S 25 E: some 5,800 km on the sphere.
    expect(loaded.findings[0]?.movedM).toBeGreaterThan(5_000_000)
  })

  it('a cell of 10 MB is read, its raw text kept short', async () => {
    const cells = record(1, 'x'.repeat(10 * 1024 * 1024), 2, 25, 0)
    const bad = change(dateAt, () => 'soon')(['i2', ...cells.slice(1)])
    const path = write(at('large.csv'), [line(incidentColumns), line(cells), bad].join('\n'))
    const { loaded, rows: found } = await importInto(world.bench, 'incident_reports', path)
    expect(String(found[0]?.title_en)).toHaveLength(10 * 1024 * 1024)
    expect(loaded.rejects[0]?.rawText.length).toBeLessThan(70_000)
    expect(reasonsIn(loaded)).toEqual(['1 x event_date: "soon" is not a date'])
  })

  it('100,000 columns are read', async () => {
    const more = Array.from({ length: 100_000 }, (_, index) => `c${index}`)
    const text = [
      [...incidentColumns, ...more].join(','),
      [...record(1, 'x', 2, 25, 0), ...more.map(() => '1')].join(','),
    ].join('\n')
    const { rows: found } = await importInto(world.bench, 'incident_reports', write(at('wide.csv'), text))
    expect(found).toMatchObject([{ incident_id: 'i1', title_en: 'x' }])
  })
})
