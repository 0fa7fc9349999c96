import type { SqlType, Unit } from '#data/field.ts'
import { type Text, term } from '#data/vocabularies/vocabulary.ts'
import type { VocabularyId } from '#data/vocabularies.ts'

/** One thing a question can be narrowed by: the same name in SQL (`$name`), API, URL, print and export. */
export interface Parameter {
  readonly type: SqlType
  readonly label: Text
  readonly unit?: Unit
  readonly vocabulary?: VocabularyId
  /** Several values, comma-joined on the wire and in SQL. */
  readonly isList?: boolean
  readonly default?: string | number | boolean
  readonly min?: number
  readonly max?: number
}

export const parameters = {
  mine_dataset: { type: 'string', label: term('Mines', '矿山'), vocabulary: 'mine_dataset', default: 'pilot_mines' },
  region: { type: 'string', label: term('Region', '区域'), vocabulary: 'region', isList: true },
  country: { type: 'string', label: term('Country', '国家'), isList: true },
  commodity: { type: 'string', label: term('Commodity', '矿种'), vocabulary: 'commodity', isList: true },
  status: { type: 'string', label: term('Mine status', '矿山状态'), vocabulary: 'mine_status', isList: true },
  ownership: {
    type: 'string',
    label: term('Ownership class', '所有权类别'),
    vocabulary: 'ownership_class',
    isList: true,
  },
  incident_type: {
    type: 'string',
    label: term('Incident type', '事件类型'),
    vocabulary: 'incident_type',
    isList: true,
  },
  from: { type: 'date', label: term('From', '起始日期') },
  to: { type: 'date', label: term('To', '截止日期') },
  precise_only: { type: 'boolean', label: term('Precise locations only', '仅精确位置'), default: false },
  radius_km: { type: 'double', label: term('Within', '距离以内'), unit: 'km', default: 10, min: 0, max: 50 },
  ring_km: { type: 'int', label: term('Ring', '距离圈'), unit: 'km', vocabulary: 'ring', default: 10 },
  by: { type: 'string', label: term('Level', '层级'), vocabulary: 'place_level', default: 'region' },
  place: { type: 'string', label: term('Place', '地点') },
  class: { type: 'string', label: term('Class', '类别') },
  mine: { type: 'string', label: term('Mine', '矿山') },
} as const satisfies Readonly<Record<string, Parameter>>

export type ParameterId = keyof typeof parameters

/** The parameters that choose mines; every overlay and indicator about mines takes them all. */
export const mineFilter = [
  'mine_dataset',
  'region',
  'country',
  'commodity',
  'status',
  'ownership',
  'precise_only',
] as const
/** The parameters that choose incident reports. */
export const incidentFilter = ['incident_type', 'from', 'to'] as const
