import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { openDuck, quote, rows, sourceFolder, valueRows } from '#server/prepare/make/duck.ts'
import { readSheet, type SheetRow } from '#server/prepare/make/xlsx.ts'

/** Country names of the ICMM file that differ from those of `region-countries.csv`. */
const statedNames: readonly (readonly [string, string])[] = [
  ['Laos', 'LAO'],
  ['Vietnam', 'VNM'],
]

/** Degrees around a region's country within which a facility is kept: a wrong country or a point at sea must be seen. */
const margin = 0.5

/**
 * Write `icmm-facilities.csv`: facilities of the ICMM Global Mining Dataset in or near the four regions, as received.
 * Nothing is mended here; prepare does that by named rules and shows what it could not mend.
 */
export const makeMines = async (folder: string | undefined): Promise<string> => {
  if (folder === undefined) throw new Error('mines needs the folder with global-mining-dataset.xlsx')
  const [header, ...facilities] = readSheet(join(folder, 'global-mining-dataset.xlsx'), 2)
  if (!header) throw new Error('The sheet is empty')
  const letters = Object.keys(header.cells)
  const kept = await nearRegions(
    facilities,
    letterOf(header, 'Latitude'),
    letterOf(header, 'Longitude'),
    letterOf(header, 'Country'),
  )
  const table = facilities
    .filter(({ number }) => kept.has(number))
    .map(({ number, cells }) => [number, ...letters.map((letter) => cells[letter] ?? '')])
  const columns = ['source_row', ...letters.map((letter) => header.cells[letter] ?? '')]
  writeFileSync(join(sourceFolder, 'icmm-facilities.csv'), stringify([columns, ...table]))
  return `icmm-facilities.csv: ${table.length} of ${facilities.length} facilities`
}

const letterOf = (header: SheetRow, name: string): string => {
  const found = Object.entries(header.cells).find(([, cell]) => cell === name)
  if (!found) throw new Error(`No column ${name}`)
  return found[0]
}

/** Row numbers of the facilities to keep: near a region by point, in it by name, or with a point nobody can place. */
const nearRegions = async (facilities: readonly SheetRow[], latitude: string, longitude: string, country: string) => {
  const duck = await openDuck()
  await duck.run(`create table region_country as select name_en as name, iso3
    from read_csv(${quote(join(sourceFolder, 'region-countries.csv'))}, header = true, all_varchar = true)
    union all select * from (values ${valueRows(statedNames)}) t(name, iso3)`)
  await duck.run('create table facility (number int, latitude double, longitude double, country varchar)')
  for (let start = 0; start < facilities.length; start += 2000)
    await duck.run(
      `insert into facility values ${valueRows(
        facilities
          .slice(start, start + 2000)
          .map(({ number, cells }) => [
            number,
            coordinate(cells[latitude], 90),
            coordinate(cells[longitude], 180),
            cells[country]?.trim() ?? '',
          ]),
      )}`,
    )
  const found = await rows<{ number: number }>(
    duck,
    `
    with ground as (select geometry::geometry as geometry from ${quote(join(sourceFolder, 'countries.parquet'))}
                    where iso3 in (select iso3 from region_country))
    select distinct number from facility join ground on st_dwithin(ground.geometry, st_point(longitude, latitude), ${margin})
    union select number from facility
    where latitude is null or longitude is null or country in (select name from region_country)`,
  )
  return new Set(found.map(({ number }) => number))
}

/** A plain number within range, or null: text with a Unicode minus is not one, and its row is therefore kept. */
const coordinate = (cell: string | undefined, limit: number): number | null => {
  const value = Number(cell)
  return cell === undefined || cell.trim() === '' || Number.isNaN(value) || Math.abs(value) > limit ? null : value
}
