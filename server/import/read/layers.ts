import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, dirname, join, parse } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { failed, question } from '#server/import/problem.ts'
import { guessLegacyEncoding } from '#server/import/read/encoding.ts'
import { type GdalAnswer, readInChild, recordsOf, type Workplace } from '#server/import/read/gdal.ts'
import type { ReadOptions, SourceTable } from '#server/import/read/table.ts'

async function headOf(path: string, bytes: number, from = 0): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, from)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** The file beside a Shapefile with another ending, in whatever case. */
function sibling(path: string, ending: string): string | null {
  const { dir, name } = parse(path)
  const wanted = `${name}${ending}`.toLowerCase()
  const found = readdirSync(dir === '' ? '.' : dir).find((one) => one.toLowerCase() === wanted)
  return found === undefined ? null : join(dir, found)
}

/** The lengths that the headers state against those of the files: GDAL would read a cut file as far as it goes. */
async function checkShapefile(file: string, path: string, table: string | null): Promise<void> {
  const head = await headOf(path, 28)
  if (head.length < 28 || head.readInt32BE(24) * 2 > statSync(path).size) {
    throw failed(`${file}: the file is shorter than its header says: it was cut off`)
  }
  if (table === null) throw failed(`${file}: the .dbf file that belongs to it is missing`)
  const header = await headOf(table, 32)
  const stated =
    header.length < 32
      ? Number.POSITIVE_INFINITY
      : header.readUInt16LE(8) + header.readUInt32LE(4) * header.readUInt16LE(10)
  if (stated > statSync(table).size + 1)
    throw failed(`${basename(table)}: shorter than its header says: it was cut off`)
}

const byteTexts = new TextDecoder('utf-8', { fatal: true })
const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1')
const codePages: Readonly<Record<string, string>> = {
  'UTF-8': 'utf-8',
  UTF8: 'utf-8',
  '65001': 'utf-8',
  '1252': 'windows-1252',
  '1251': 'windows-1251',
  '936': 'gb18030',
  GBK: 'gb18030',
  GB2312: 'gb18030',
  CP936: 'gb18030',
}

function encodingOfPage(page: string): string | null {
  const plain = page
    .trim()
    .toUpperCase()
    .replace(/^(ANSI|OEM|CP|WINDOWS-)\s*/, '')
  const named = codePages[plain] ?? plain.replace(/^ISO\s*-?8859-?(\d+)$/, 'iso-8859-$1')
  try {
    return new TextDecoder(named).encoding
  } catch {
    return null
  }
}

const isUtf8Text = (text: string): boolean => {
  try {
    byteTexts.decode(bytesOf(text))
    return true
  } catch {
    return false
  }
}

/** All texts of a layer that hold more than plain letters, as the bytes they are. */
async function unusualTexts(place: Workplace, answer: GdalAnswer): Promise<string[]> {
  const found = [...answer.columns].filter((name) => /[\u0080-\u00ff]/.test(name))
  for await (const batch of recordsOf(place, answer, undefined)) {
    for (const { values } of batch) {
      for (const value of Object.values(values))
        if (typeof value === 'string' && /[\u0080-\u00ff]/.test(value)) found.push(value)
    }
    if (found.length > 50_000) break
  }
  return found
}

/** UTF-8 where every text is, whatever the `.cpg` says; else what the `.cpg` says; else a guess from the bytes. */
async function shapefileEncoding(
  place: Workplace,
  answer: GdalAnswer,
  path: string,
  asked: string | undefined,
): Promise<{ encoding: string; note: string }> {
  if (asked !== undefined) return { encoding: asked, note: `encoding ${asked}, as asked` }
  const pagePath = sibling(path, '.cpg')
  const page = pagePath === null ? null : readFileSync(pagePath, 'latin1').trim().slice(0, 40)
  const stated = page === null ? null : encodingOfPage(page)
  const unusual = await unusualTexts(place, answer)
  const origin = page === null ? 'no .cpg' : `the .cpg says ${page}`
  if (unusual.length === 0) return { encoding: stated ?? 'utf-8', note: `only plain letters (${origin})` }
  if (unusual.every(isUtf8Text)) return { encoding: 'utf-8', note: `encoding utf-8 (${origin})` }
  if (stated !== null && stated !== 'utf-8') return { encoding: stated, note: `encoding ${stated} (${origin})` }
  const guessed = guessLegacyEncoding(bytesOf(unusual.join('\n')))
  const isWrong = stated === 'utf-8' ? 'wrongly' : ''
  return { encoding: guessed, note: `encoding ${guessed}, guessed (${origin}${isWrong === '' ? '' : `, ${isWrong}`})` }
}

/**
 * Open a Shapefile: its `.prj` gives the system, and its texts are decoded by what their bytes are rather than by what the `.cpg` says.
 * @throws ImportProblem where a part is missing or cut off
 */
export async function openShapefile(
  file: string,
  path: string,
  options: ReadOptions,
  place: Workplace,
): Promise<SourceTable> {
  await checkShapefile(file, path, sibling(path, '.dbf'))
  const answer = await readInChild(file, place, {
    path,
    driver: 'ESRI Shapefile',
    layer: null,
    openOptions: ['ENCODING=ISO-8859-1'],
  })
  const { encoding, note } = await shapefileEncoding(place, answer, path, options.encoding)
  const decoder = new TextDecoder(encoding)
  const decode = (text: string): string => (/[\u0080-\uffff]/.test(text) ? decoder.decode(bytesOf(text)) : text)
  const projection = sibling(path, '.prj')
  return {
    file,
    path,
    format: 'Shapefile',
    columns: answer.columns.map(decode),
    hasGeometry: answer.hasGeometry,
    crs: projection === null ? null : readFileSync(projection, 'utf8').trim() || null,
    notes: [note],
    records: (wanted) => recordsOf(place, answer, wanted, decode),
  }
}

interface GeoPackageLayer {
  readonly name: string
  readonly crs: string | null
}

/** The layers of a GeoPackage out of its own tables; the definition of a system is taken where its number is nobody's. */
function layersOf(file: string, path: string): GeoPackageLayer[] {
  let database: DatabaseSync | null = null
  try {
    database = new DatabaseSync(path, { readOnly: true, allowExtension: false })
    const rows = database
      .prepare(
        `select c.table_name as name, s.organization as organization, s.organization_coordsys_id as code, s.definition as definition
         from gpkg_contents as c left join gpkg_geometry_columns as g on g.table_name = c.table_name
         left join gpkg_spatial_ref_sys as s on s.srs_id = g.srs_id
         where c.data_type in ('features', 'attributes') order by c.table_name`,
      )
      .all()
    return rows.map(({ name, organization, code, definition }) => {
      const isKnown = /^(EPSG|OGC|ESRI)$/i.test(String(organization)) && Number(code) > 0
      const own = definition === null || /undefined/i.test(String(definition)) ? null : String(definition)
      return { name: String(name), crs: isKnown ? `${String(organization).toUpperCase()}:${Number(code)}` : own }
    })
  } catch (error) {
    throw failed(`${file}: the GeoPackage is damaged or cut off (${error instanceof Error ? error.message : ''})`)
  } finally {
    database?.close()
  }
}

/** Open a layer of a GeoPackage: the one asked for, or the only one. @throws ImportProblem, a question where there are several */
export async function openGeoPackage(
  file: string,
  path: string,
  options: ReadOptions,
  place: Workplace,
): Promise<SourceTable> {
  const head = await headOf(path, 100)
  const pageSize = head.length < 32 ? 0 : head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16)
  if (head.length < 100 || head.readUInt32BE(28) * pageSize > statSync(path).size) {
    throw failed(`${file}: the file is shorter than its header says: it was cut off`)
  }
  const layers = layersOf(file, path)
  const names = layers.map(({ name }) => `"${name}"`).join(', ')
  const chosen = options.layer === undefined ? layers : layers.filter(({ name }) => name === options.layer)
  const [layer] = chosen
  if (layer === undefined) throw failed(`${file}: no layer ${options.layer ?? ''}; there are ${names || 'none'}`)
  if (chosen.length > 1) throw question(`${file}: which layer? Say --layer with one of ${names}`)
  const answer = await readInChild(file, place, { path, driver: 'GPKG', layer: layer.name, openOptions: [] })
  return {
    file,
    path,
    format: 'GeoPackage',
    columns: answer.columns,
    hasGeometry: answer.hasGeometry,
    crs: layer.crs,
    notes: layers.length > 1 ? [`layer "${layer.name}" of ${layers.length}`] : [],
    records: (wanted) => recordsOf(place, answer, wanted),
  }
}

/** Open GeoParquet (1.x, 2) or a Parquet table. @throws ImportProblem where it is cut off or damaged */
export async function openParquetFile(file: string, path: string, place: Workplace): Promise<SourceTable> {
  const { size } = statSync(path)
  const tail = await headOf(path, 4, Math.max(0, size - 4))
  if (tail.toString('latin1') !== 'PAR1')
    throw failed(`${file}: the end of the Parquet file is missing: it was cut off`)
  const answer = await readInChild(file, place, { path, driver: 'Parquet', layer: null, openOptions: [] })
  return {
    file,
    path,
    format: answer.hasGeometry ? 'GeoParquet' : 'Parquet',
    columns: answer.columns,
    hasGeometry: answer.hasGeometry,
    crs: answer.crs,
    notes: [],
    records: (wanted) => recordsOf(place, answer, wanted),
  }
}

/** Open FlatGeobuf. @throws ImportProblem where it is damaged, or holds fewer features than its header says */
export async function openFlatGeobuf(file: string, path: string, place: Workplace): Promise<SourceTable> {
  const answer = await readInChild(file, place, { path, driver: 'FlatGeobuf', layer: null, openOptions: [] })
  return {
    file,
    path,
    format: 'FlatGeobuf',
    columns: answer.columns,
    hasGeometry: answer.hasGeometry,
    crs: answer.crs,
    notes: [],
    records: (wanted) => recordsOf(place, answer, wanted),
  }
}

/** True where a folder holds a Shapefile's part of this name. */
export const isPartOfShapefile = (path: string): boolean =>
  /\.(dbf|shx|prj|cpg|sbn|sbx|qpj|qix|shp\.xml)$/i.test(path) &&
  existsSync(dirname(path)) &&
  sibling(path.replace(/\.shp\.xml$/i, '.xml'), '.shp') !== null
