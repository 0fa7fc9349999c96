import type { SqlType } from '#data/field.ts'
import type { ExportJob, FileOptions } from '#server/export/job.ts'
import type { metadataOf } from '#server/export/metadata.ts'
import { headerOf, tableColumns } from '#server/export/rows.ts'

const datatypes: Readonly<Record<SqlType, string>> = {
  string: 'string',
  int: 'integer',
  bigint: 'integer',
  double: 'double',
  date: 'date',
  boolean: 'boolean',
}

/**
 * What a CSV file holds, as CSV on the Web says it (W3C Metadata Vocabulary for Tabular Data): `<file>-metadata.json`.
 * @param url where the file is, as seen from this document
 */
export function csvwOf(
  job: ExportJob,
  url: string,
  metadata: ReturnType<typeof metadataOf>,
  options: FileOptions = {},
): object {
  const columns = tableColumns(job).map((column) => ({
    name: column.name,
    titles: options.language ? { [options.language]: headerOf(column, options) } : column.name,
    datatype: datatypes[column.field.type],
    required: column.field.isRequired,
    ...(column.field.isList && { separator: ';' }),
    'dc:title': [
      { '@value': column.field.label.en, '@language': 'en' },
      { '@value': column.field.label.zh, '@language': 'zh' },
    ],
    ...(column.field.help && { 'dc:description': { '@value': column.field.help.en, '@language': 'en' } }),
    ...(column.field.unit && { 'schema:unitText': column.field.unit }),
  }))
  return {
    '@context': 'http://www.w3.org/ns/csvw',
    url,
    dialect: { header: true, encoding: 'utf-8', lineTerminators: ['\r\n'] },
    'dc:title': job.title.en,
    'dc:description': job.description.en,
    'dc:license': [...new Set(metadata.sources.map(({ licence_url }) => licence_url))].map((at) => ({ '@id': at })),
    'dc:created': metadata.generated_at,
    'dc:bibliographicCitation': metadata.citation.en,
    'dc:source': metadata.sources.map((source) => ({ '@id': source.url })),
    tableSchema: { columns, ...(job.key && { primaryKey: job.key }) },
  }
}
