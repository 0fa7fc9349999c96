import { type IndicatorId, indicators } from '#data/catalog.ts'
import { regions } from '#data/datasets/places.ts'
import type { Indicator, Overlay, PlaceLevel } from '#data/define.ts'
import { code, double, type Fields, int, required, text } from '#data/field.ts'
import { type ParameterId, parameters } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** An indicator as features: the places of one level with the value of each. Its id follows from the indicator's and the level. */
export interface IndicatorCollection extends Overlay {
  readonly indicator: IndicatorId
  readonly level: PlaceLevel
  readonly defaults?: Indicator['defaults']
}

const levelNames = {
  region: term('by region', '按区域'),
  country: term('by country', '按国家'),
  mine: term('by mine', '按矿山'),
} as const
const placeLabels = {
  region: term('Region', '区域'),
  country: term('Country (ISO 3166-1 alpha-3)', '国家代码（ISO 3166-1）'),
  mine: term('Mine id', '矿山编号'),
} as const
/** Where the shapes of a level come from. */
const placeInputs = { region: ['region_areas'], country: ['countries'], mine: ['selected_mines'] } as const

/** `EN-01` by country is `indicator_en_01_by_country`. */
export const indicatorCollectionId = (id: string, level: PlaceLevel): string =>
  `indicator_${id.toLowerCase().replaceAll('-', '_')}_by_${level}`

const amount = (en: string, zh: string) => double(term(en, zh))
const count = (en: string, zh: string) => int(term(en, zh), { unit: 'count', min: 0 })

function fieldsOf({ name, unit, classes, extras }: Indicator, level: PlaceLevel): Fields {
  const valued = (en: string, zh: string) => double(term(`${name.en}${en}`, `${name.zh}${zh}`), { unit })
  return {
    place_id: level === 'region' ? regions.fields.region_id : required(text(placeLabels[level])),
    name_en: required(text(term('Name', '名称'))),
    name_zh: text(term('Name (Chinese)', '名称（中文）')),
    class_id: classes && !extras ? code(term('Class', '类别'), classes) : text(term('Class', '类别')),
    value: valued('', ''),
    low: valued(', low', '（低值）'),
    high: valued(', high', '（高值）'),
    numerator: amount('Numerator', '分子'),
    denominator: amount('Denominator', '分母'),
    n: count('Observations', '观测数'),
    n_approximate: count('Approximate observations', '近似观测数'),
    n_coarse: count('Observations whose place is too coarse', '位置过于粗略的观测数'),
  }
}

/** What can be asked: all that the indicator takes but the level, and the class of its breakdown. */
const parametersOf = (indicator: Indicator): ParameterId[] => [
  ...indicator.parameters.filter((id) => id !== 'by'),
  ...(indicator.classes || indicator.extras ? (['class'] as const) : []),
]

function collectionOf(id: IndicatorId, indicator: Indicator, level: PlaceLevel): IndicatorCollection {
  const { name, definition, caveat, defaults } = indicator
  const by = levelNames[level]
  return {
    id: indicatorCollectionId(id, level),
    indicator: id,
    level,
    ...(defaults && { defaults }),
    title: term(`${name.en}, ${by.en}`, `${name.zh}（${by.zh}）`),
    description: term(`${definition.en} ${caveat.en}`, `${definition.zh}${caveat.zh}`),
    when: 'query',
    inputs: [...new Set([...indicator.inputs, ...placeInputs[level]])],
    parameters: parametersOf(indicator),
    geometry: level === 'mine' ? 'point' : 'polygon',
    key: 'place_id',
    name: { en: 'name_en', zh: 'name_zh' },
    fields: fieldsOf(indicator, level),
    popup: ['name_en', 'value', 'low', 'high', 'n'],
    table: ['name_en', 'value', 'low', 'high', 'numerator', 'denominator', 'n'],
  }
}

/** Every indicator at each of its levels. */
export const indicatorCollections: readonly IndicatorCollection[] = (
  Object.entries(indicators) as [IndicatorId, Indicator][]
).flatMap(([id, indicator]) => indicator.levels.map((level) => collectionOf(id, indicator, level)))

const places: Readonly<Record<PlaceLevel, string>> = {
  region: `select p.region_id as place_id, p.name_en, p.name_zh, p.geometry
  from region_areas as p`,
  country: `select p.iso3 as place_id, p.name_en, p.name_zh, p.geometry
  from countries as p
  where p.iso3 in (select v.place_id from place_value as v)`,
  mine: `select p.mine_id as place_id, p.mine_name as name_en, p.mine_name_zh as name_zh, p.geometry
  from selected_mines as p
  where p.mine_id in (select v.place_id from place_value as v)`,
}

const indented = (sql: string): string => sql.trim().replace(/^(?=.)/gm, '  ')

/**
 * The statement of such a collection: each place with its headline value, or with that of the class asked for. A region
 * without an answer is there with no value; other places are those that the indicator answers for.
 * @param valueSql the indicator's own statement
 */
export function indicatorPlacesSql({ level, title, parameters: taken }: IndicatorCollection, valueSql: string): string {
  const asked = taken.includes('class') ? `cast($class as ${parameters.class.type})` : 'cast(null as string)'
  return `-- What are the values of ${title.en}?
with place_value as (
${indented(valueSql)}
),
place as (
  ${places[level]}
)
select
  p.place_id, p.name_en, p.name_zh, ${asked} as class_id,
  v.value, v.low, v.high, v.numerator, v.denominator,
  cast(v.n as int) as n, cast(v.n_approximate as int) as n_approximate, cast(v.n_coarse as int) as n_coarse,
  p.geometry
from place as p
left join place_value as v
  on v.place_id = p.place_id
  and v.class_id is not distinct from ${asked}
`
}
