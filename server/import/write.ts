import type { DuckDBConnection } from '@duckdb/node-api'
import type { Dataset } from '#data/define.ts'
import { toLonLatSql } from '#server/import/crs.ts'
import type { MappedRecord } from '#server/import/map/mapper.ts'
import { type Column, createTable, numberOf, quoteName, quoteText } from '#server/prepare/database.ts'
import { type ImportFacts, importKey } from '#server/prepare/read/imported.ts'
import type { RawRecord } from '#server/prepare/read/record.ts'

const origin: readonly Column[] = [
  { name: '_file', type: 'string' },
  { name: '_row', type: 'int' },
  { name: '_raw', type: 'string' },
  { name: '_column', type: 'string' },
  { name: '_reason', type: 'string' },
  { name: '_repairs', type: 'string' },
  { name: '_crs', type: 'string' },
  { name: '_ordinal', type: 'int' },
  { name: '_wkb', type: 'blob' },
]
const numbers = new Set(['int', 'bigint', 'double'])

/** Normalised rows of one import, gathered in a table of the workbench and then written as one Parquet file. */
export class NormalisedRows {
  private readonly dataset: Dataset
  private readonly connection: DuckDBConnection
  private readonly columns: readonly Column[]
  private readonly table: Awaited<ReturnType<typeof createTable>>
  private readonly systems = new Set<string>()
  private ordinal = 0

  private constructor(
    dataset: Dataset,
    connection: DuckDBConnection,
    columns: readonly Column[],
    table: Awaited<ReturnType<typeof createTable>>,
  ) {
    this.dataset = dataset
    this.connection = connection
    this.columns = columns
    this.table = table
  }

  static async open(dataset: Dataset, connection: DuckDBConnection): Promise<NormalisedRows> {
    // Whole numbers are checked by prepare, which can say why one does not fit; here they stay what they are.
    const fields = Object.entries(dataset.fields).map(
      ([name, field]): Column => ({
        name,
        type: numbers.has(field.type) ? 'double' : field.type === 'boolean' ? 'boolean' : 'string',
      }),
    )
    const columns = [...fields, ...origin]
    return new NormalisedRows(dataset, connection, columns, await createTable(connection, 'import_rows', columns))
  }

  /** @param wkb in the system `crs`; null where the record has no outline and no point of its own */
  add(record: RawRecord, file: string, mapped: MappedRecord, wkb: Uint8Array | null, crs: string): void {
    this.ordinal += 1
    this.systems.add(crs)
    const fields = this.columns
      .slice(0, -origin.length)
      .map(({ name }) => (mapped.reason === null ? (mapped.values[name] ?? null) : null))
    const repairs = mapped.repairs.length === 0 ? null : JSON.stringify(mapped.repairs)
    this.table.add([
      ...fields,
      file,
      record.rowNumber,
      record.rawText,
      mapped.column || null,
      mapped.reason,
      repairs,
      crs,
      this.ordinal,
      mapped.reason === null ? wkb : null,
    ])
  }

  /** Geometry of each row in longitude and latitude; a point becomes the row's place. */
  private placedSql(): string {
    const cases = [...this.systems].map(
      (crs) => `when ${quoteText(crs)} then ${toLonLatSql('st_force2d(st_geomfromwkb(_wkb))', crs)}`,
    )
    const shape = cases.length === 0 ? 'null::geometry' : `case _crs ${cases.join(' ')} end`
    return `select *, case when _wkb is null then null else ${shape} end as _shape from import_rows`
  }

  private fieldsSql(): string {
    const isPlaced = 'latitude' in this.dataset.fields
    return Object.keys(this.dataset.fields)
      .map((name) => {
        if (isPlaced && name === 'latitude') return `coalesce(st_y(_point), latitude) as latitude`
        if (isPlaced && name === 'longitude') return `coalesce(st_x(_point), longitude) as longitude`
        return quoteName(name)
      })
      .join(', ')
  }

  /** Outlines of the same key as one; counts what went into each. */
  private mergedSql(key: string): string {
    const first = Object.keys(this.dataset.fields).map(
      (name) => `arg_min(${quoteName(name)}, _ordinal) as ${quoteName(name)}`,
    )
    const others = ['_file', '_row', '_raw', '_repairs'].map((name) => `arg_min(${name}, _ordinal) as ${name}`)
    const repaired = `if(bool_or(not st_isvalid(_outline)),
      to_json(list_concat(coalesce(from_json(arg_min(_repairs, _ordinal), '[{"rule":"VARCHAR","detail":"VARCHAR","movedM":"DOUBLE"}]'), []),
        [{'rule': 'geometry_made_valid', 'detail': 'geometry', 'movedM': null::double}]))::varchar, arg_min(_repairs, _ordinal)) as _repairs`
    const columns = [...first, ...others.filter((one) => !one.endsWith('_repairs'))]
    return `
      select ${columns.join(', ')}, null::varchar as _column, null::varchar as _reason, ${repaired}, min(_ordinal) as _ordinal,
        count(*)::integer as _parts,
        st_collectionextract(st_union_agg(st_makevalid(_outline) order by _ordinal), 3) as _outline
      from located where _reason is null and _outline is not null and st_geometrytype(_outline) in ('POLYGON', 'MULTIPOLYGON')
        and ${quoteName(key)} is not null group by ${quoteName(key)}
      union all by name
      select ${Object.keys(this.dataset.fields).map(quoteName).join(', ')}, _file, _row, _raw, _column, _reason, _repairs, _ordinal,
        1::integer as _parts, _outline
      from located where _reason is not null or _outline is null or st_geometrytype(_outline) not in ('POLYGON', 'MULTIPOLYGON')
        or ${quoteName(key)} is null`
  }

  /**
   * Write the rows as GeoParquet 2 with what is known of the import in its metadata. Same rows, same bytes.
   * @returns the number of records
   */
  async write(target: string, facts: ImportFacts, isMultipart: boolean): Promise<number> {
    this.table.close()
    const hasOutline = this.dataset.geometry !== 'none'
    const isPlaced = 'latitude' in this.dataset.fields
    const outline = isPlaced
      ? "case when st_geometrytype(_shape) in ('POINT', 'MULTIPOINT') then null else _shape end"
      : '_shape'
    const point = `case when st_geometrytype(_shape) in ('POINT', 'MULTIPOINT') then st_centroid(_shape) end`
    await this.connection.run(
      `create or replace table placed as select *, ${point} as _point, ${outline} as _outline from (${this.placedSql()})`,
    )
    const failedTransform = `if(_reason is null and _wkb is not null and _shape is null, 'geometry: can not be brought to longitude and latitude', _reason)`
    await this.connection.run(
      `create or replace table located as select ${this.fieldsSql()}, _file, _row, _raw, _column,
         ${failedTransform} as _reason, _repairs, _ordinal, _outline from placed`,
    )
    await this.connection.run('drop table import_rows')
    await this.connection.run('drop table placed')
    const rows = isMultipart ? this.mergedSql(this.dataset.key) : 'select *, 1::integer as _parts from located'
    const fields = Object.keys(this.dataset.fields).map(quoteName).join(', ')
    const metadata = `kv_metadata {${importKey}: ${quoteText(JSON.stringify(facts))}}`
    await this.connection.run(
      `copy (select ${fields}${hasOutline ? ', _outline as geometry' : ''}, _file, _row, _raw, _column, _reason, _repairs, _parts
             from (${rows}) order by _ordinal)
       to ${quoteText(target)} (format parquet, compression zstd, row_group_size 20480${hasOutline ? ", geoparquet_version 'V2'" : ''}, ${metadata})`,
    )
    await this.connection.run('drop table located')
    return numberOf(this.connection, `select coalesce(sum(_parts), 0) from read_parquet(${quoteText(target)})`)
  }
}
