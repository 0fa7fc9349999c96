import type { Dataset } from '#data/define.ts'
import type { Field } from '#data/field.ts'
import type { Mapping, Rule } from '#data/mappings/define.ts'
import { vocabularies } from '#data/vocabularies.ts'
import { plainName } from '#server/import/map/columns.ts'
import { iso3Of } from '#server/import/map/countries.ts'
import { dateOrderOf, readDate } from '#server/import/map/dates.ts'
import { decimalMarkOf, readNumber } from '#server/import/map/numbers.ts'
import { missingFields, ownMends, ownSource } from '#server/import/map/template.ts'
import type { Row } from '#server/prepare/read/record.ts'

/** One line of the table that a person looks at before anything is imported. */
export interface Guess {
  readonly column: string
  readonly field: string | null
  readonly sample: string
  /** 0 to 1. */
  readonly confidence: number
  readonly rule: Rule | null
}

/** Names that people give to what the atlas calls otherwise. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  latitude: ['lat', 'y', 'ycoord', 'pointy', 'latitud', 'latitudedd', 'ydd', 'northing', '纬度'],
  longitude: ['lon', 'lng', 'long', 'x', 'xcoord', 'pointx', 'longitud', 'longitudedd', 'xdd', 'easting', '经度'],
  iso3: ['iso', 'isoa3', 'countrycode', 'iso3code', 'country', 'countryname', 'pais', 'pays', 'adm0', '国家'],
  mine_id: ['id', 'mineid', 'siteid', 'code', 'uid', 'objectid', 'fid'],
  mine_name: [
    'name',
    'mine',
    'minename',
    'site',
    'sitename',
    'project',
    'projectname',
    'nombre',
    'nom',
    'facility',
    '矿山',
  ],
  community_id: ['id', 'code', 'pcode', 'uid', 'objectid', 'fid'],
  name: ['name', 'village', 'settlement', 'community', 'town', 'place', 'nombre', 'nom', '名称'],
  population: ['pop', 'people', 'inhabitants', 'poblacion', 'habitants', '人口'],
  site_id: ['id', 'wdpaid', 'code', 'uid', 'objectid', 'fid'],
  name_eng: ['name', 'park', 'nombre', 'nom', 'areaname', 'paname'],
  rep_area_km2: ['areakm2', 'area', 'sqkm', 'km2'],
  incident_id: ['id', 'eventid', 'code', 'uid', 'objectid', 'fid'],
  title_en: ['title', 'headline', 'event', 'incident', 'description', 'name'],
  event_date: ['date', 'eventdate', 'incidentdate', 'fecha', 'day', '日期'],
  incident_type: ['type', 'category', 'eventtype', 'kind', '类型'],
  fatalities: ['deaths', 'killed', 'dead', 'fatal'],
  commod1: ['commodity', 'mineral', 'primarycommodity', 'product', '矿种'],
  dev_stat: ['status', 'operationalstatus', 'stage', '状态'],
  group_name: ['company', 'group', 'operator', 'owner', 'parent'],
  note: ['notes', 'comment', 'comments', 'remarks', 'description'],
  source_url: ['url', 'link', 'website'],
}

function nameScore(name: string, field: Field, column: string): number {
  const plain = plainName(column)
  if (plain === plainName(name) || plain === plainName(field.label.en) || plain === plainName(field.label.zh)) return 1
  const known = aliases[name] ?? []
  const at = known.indexOf(plain)
  if (at !== -1) return 0.9 - at * 0.01
  return known.some((alias) => alias.length > 3 && plain.includes(alias)) ? 0.5 : 0
}

const share = (values: readonly string[], isRight: (value: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter(isRight).length / values.length

/** Words of a vocabulary, code or label in either language, to its code. */
function wordsOf(vocabulary: NonNullable<Field['vocabulary']>): Map<string, string> {
  const words = new Map<string, string>()
  for (const [code, label] of Object.entries(vocabularies[vocabulary].terms) as [
    string,
    { en: string; zh: string },
  ][]) {
    for (const word of [code, label.en, label.zh]) words.set(word.toLowerCase(), code)
  }
  return words
}

const limits: Readonly<Record<string, number>> = { latitude: 90, longitude: 180 }

/** How many of the values could be this field's. */
function valueScore(name: string, field: Field, values: readonly string[]): number {
  if (name === 'iso3') return share(values, (value) => iso3Of(value) !== null)
  if (field.vocabulary !== undefined) {
    const words = wordsOf(field.vocabulary)
    return share(values, (value) => words.has(value.trim().toLowerCase()))
  }
  if (field.type === 'date') {
    const order = dateOrderOf(values)
    return share(values, (value) => 'value' in readDate(value, order))
  }
  if (field.type === 'boolean') return share(values, (value) => /^(true|false|yes|no|0|1)$/i.test(value))
  if (field.type === 'string') return 0.6
  const mark = decimalMarkOf(values)
  return share(values, (value) => {
    const read = readNumber(value, mark)
    return 'value' in read && Math.abs(read.value) <= (limits[name] ?? Number.POSITIVE_INFINITY)
  })
}

function ruleFor(name: string, field: Field, column: string, values: readonly string[]): Rule {
  if (name === 'iso3') return { from: [column], as: 'country' }
  if (field.vocabulary === undefined) return { from: [column] }
  const words = wordsOf(field.vocabulary)
  const seen = [...new Set(values.map((value) => value.trim()))].slice(0, 60)
  const codes = Object.fromEntries(
    seen.flatMap((word) => {
      const code = words.get(word.toLowerCase())
      return code === undefined ? [] : [[word, code] as const]
    }),
  )
  return { from: [column], codes }
}

const enough = 0.45

/** For each column the field that it most likely is; each field once. */
export function guessColumns(dataset: Dataset, columns: readonly string[], sample: readonly Row[]): Guess[] {
  const valuesOf = new Map(
    columns.map((column) => [
      column,
      sample.flatMap((row) => (row[column] == null ? [] : String(row[column]))).slice(0, 500),
    ]),
  )
  const scored = columns.flatMap((column) =>
    Object.entries(dataset.fields).map(([name, field]) => {
      const byName = nameScore(name, field, column)
      const byValue = valueScore(name, field, valuesOf.get(column) ?? [])
      // A name alone is no proof, and values without a name only where they speak for themselves.
      const speaks = byName === 0 && (field.vocabulary !== undefined || name === 'iso3') ? 0.6 * byValue : 0
      return { column, name, field, confidence: byName === 0 ? speaks : byName * (0.4 + 0.6 * byValue) }
    }),
  )
  const best = new Map<string, (typeof scored)[number]>()
  const taken = new Set<string>()
  for (const one of scored.sort((a, b) => b.confidence - a.confidence)) {
    if (one.confidence < enough || best.has(one.column) || taken.has(one.name)) continue
    best.set(one.column, one)
    taken.add(one.name)
  }
  return columns.map((column) => {
    const found = best.get(column)
    const values = valuesOf.get(column) ?? []
    return {
      column,
      field: found?.name ?? null,
      sample: (values[0] ?? '').slice(0, 30),
      confidence: found?.confidence ?? 0,
      rule: found === undefined ? null : ruleFor(found.name, found.field, column, values),
    }
  })
}

/** The guess as a mapping to be edited, and the required fields that still need a column or a constant. */
export function guessedMapping(
  dataset: Dataset,
  id: string,
  guesses: readonly Guess[],
  hasGeometry: boolean,
): { mapping: Mapping; missing: string[] } {
  const fields = Object.fromEntries(
    guesses.flatMap(({ field, rule }) => (field === null || rule === null ? [] : [[field, rule] as const])),
  )
  const rules = ownMends(dataset)
  return {
    mapping: {
      id,
      dataset: dataset.id,
      title: { en: id, zh: id },
      recognise: [
        guesses
          .filter(({ field }) => field !== null)
          .map(({ column }) => column)
          .slice(0, 1),
      ],
      fields,
      mends: rules,
      source: { ...ownSource, attribution: `Own data: ${id}` },
      redistribution: 'derived_only',
      terms: {
        en: 'Not stated: say what the licence asks, and "open" where it lets rows be passed on.',
        zh: '未注明：请填写许可要求；如允许再分发，请改为open。',
      },
    },
    missing: missingFields(dataset, new Set(Object.keys(fields)), rules, hasGeometry),
  }
}
