import { term, type Vocabulary } from '#data/vocabularies/vocabulary.ts'

export const incidentType = {
  title: term('Incident type', '事件类型'),
  terms: {
    TAILINGS_FAILURE: term('Tailings failure', '尾矿库事故'),
    SPILL_WATER_POLLUTION: term('Spill or water pollution', '泄漏与水污染'),
    AIR_DUST_NOISE: term('Air, dust or noise', '大气、粉尘与噪声'),
    PROTECTED_AREA_ENCROACHMENT: term('Protected area encroachment', '侵占保护区'),
    WORKPLACE_ACCIDENT: term('Workplace accident', '工伤事故'),
    LABOUR_DISPUTE: term('Labour dispute', '劳资纠纷'),
    PROTEST: term('Protest', '抗议'),
    LAND_DISPUTE_RESETTLEMENT: term('Land dispute or resettlement', '土地纠纷与移民'),
    SECURITY_FORCE_VIOLENCE: term('Security force violence', '安保暴力'),
    ARMED_CONFLICT: term('Armed conflict', '武装冲突'),
    CORRUPTION_ALLEGATION: term('Corruption allegation', '腐败指控'),
    ILLEGAL_OR_CHILD_LABOUR: term('Illegal or child labour', '童工或强迫劳动'),
    COURT_RULING: term('Court ruling', '法院裁决'),
    REGULATORY_ACTION: term('Regulatory action', '监管措施'),
    OTHER: term('Other', '其他'),
  },
} as const satisfies Vocabulary

/** The four groups that have a shape of their own on the map. */
export const incidentGroup = {
  title: term('Incident group', '事件分组'),
  terms: {
    people: term('People and land', '人与土地'),
    environment: term('Environment', '环境'),
    labour: term('Labour', '劳工'),
    conflict: term('Conflict', '冲突'),
  },
} as const satisfies Vocabulary

/** The group of each incident type. */
export const groupOfIncidentType = {
  TAILINGS_FAILURE: 'environment',
  SPILL_WATER_POLLUTION: 'environment',
  AIR_DUST_NOISE: 'environment',
  PROTECTED_AREA_ENCROACHMENT: 'environment',
  WORKPLACE_ACCIDENT: 'labour',
  LABOUR_DISPUTE: 'labour',
  ILLEGAL_OR_CHILD_LABOUR: 'labour',
  SECURITY_FORCE_VIOLENCE: 'conflict',
  ARMED_CONFLICT: 'conflict',
  PROTEST: 'people',
  LAND_DISPUTE_RESETTLEMENT: 'people',
  CORRUPTION_ALLEGATION: 'people',
  COURT_RULING: 'people',
  REGULATORY_ACTION: 'people',
  OTHER: 'people',
} as const satisfies Record<keyof typeof incidentType.terms, keyof typeof incidentGroup.terms>

export const severity = {
  title: term('Severity', '严重程度'),
  terms: {
    '1': term('Minor', '轻微'),
    '2': term('Moderate', '一般'),
    '3': term('Serious', '较大'),
    '4': term('Severe', '重大'),
    '5': term('Critical', '特别重大'),
  },
} as const satisfies Vocabulary

export const verification = {
  title: term('Verification', '核实情况'),
  terms: {
    REPORTED: term('Reported', '已报告'),
    CORROBORATED: term('Corroborated', '多源印证'),
    VERIFIED: term('Verified', '已核实'),
    CONTESTED: term('Contested', '有争议'),
    RESOLVED: term('Resolved', '已解决'),
    REJECTED: term('Rejected', '不实'),
  },
} as const satisfies Vocabulary

export const linkBasis = {
  title: term('Link to a mine', '与矿山的关联'),
  terms: {
    asserted: term('Asserted by the source', '来源指明'),
    spatial: term('By location only', '仅按位置'),
    none: term('None', '无'),
  },
} as const satisfies Vocabulary

export const sensitivity = {
  title: term('Sensitivity', '敏感度'),
  terms: {
    PUBLIC: term('Public', '公开'),
    SNAPPED: term('Location generalised', '位置模糊化'),
    RESTRICTED: term('Restricted', '受限'),
  },
} as const satisfies Vocabulary

export const geoPrecision = {
  title: term('Geographic precision', '地理精度'),
  terms: {
    '1': term('Town or site', '城镇或场址'),
    '2': term('Part of a region', '区域的一部分'),
    '3': term('Larger region', '较大区域'),
  },
} as const satisfies Vocabulary

export const timePrecision = {
  title: term('Time precision', '时间精度'),
  terms: { '1': term('Day', '日'), '2': term('Week', '周'), '3': term('Month', '月') },
} as const satisfies Vocabulary

export const incidentLink = {
  title: term('Linked or near', '关联或邻近'),
  terms: {
    linked: term('Linked to a mine by the source', '来源指明与矿山关联'),
    near: term('Near a mine, not linked', '邻近矿山但未关联'),
  },
} as const satisfies Vocabulary
