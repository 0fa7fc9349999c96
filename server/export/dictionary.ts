import type { Field } from '#data/field.ts'
import { type VocabularyId, vocabularies } from '#data/vocabularies.ts'
import { csvLines } from '#server/export/csv.ts'
import type { ExportJob, Language } from '#server/export/job.ts'
import { tableColumns } from '#server/export/rows.ts'

const header = [
  'name',
  'type',
  'title_en',
  'title_zh',
  'unit',
  'vocabulary',
  'class',
  'is_required',
  'is_list',
  'help_en',
  'help_zh',
  'terms_en',
  'terms_zh',
]

function termsOf(vocabulary: VocabularyId | undefined, language: Language): string | null {
  if (vocabulary === undefined) return null
  const terms = Object.entries(vocabularies[vocabulary].terms)
  return terms.map(([code, text]) => `${code} = ${text[language]}`).join('; ')
}

function lineOf(name: string, field: Field, job: ExportJob) {
  const { type, label, unit, vocabulary, isRequired, isList, help } = field
  return [
    name,
    type,
    label.en,
    label.zh,
    unit ?? null,
    vocabulary ?? null,
    job.classOf(name),
    isRequired,
    isList ?? false,
    help?.en ?? null,
    help?.zh ?? null,
    termsOf(vocabulary, 'en'),
    termsOf(vocabulary, 'zh'),
  ]
}

/** What each column means, in both languages, with its unit and the codes it may hold; the header first. */
export const dictionaryRows = (job: ExportJob) => [
  header,
  ...tableColumns(job).map(({ name, field }) => lineOf(name, field, job)),
]

/** The same as a CSV file. */
export const dictionaryCsv = (job: ExportJob): string => csvLines(dictionaryRows(job))
