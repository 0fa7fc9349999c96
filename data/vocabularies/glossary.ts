import { type Text, term } from '#data/vocabularies/vocabulary.ts'

/** A word of the field as it is said everywhere in the atlas, with what it means here where the word alone does not say it. */
export interface GlossaryEntry {
  readonly group: GlossaryGroup
  readonly term: Text
  readonly meaning?: Text
  /** The Chinese words were found in a source that was read; the others are ours and wait for a reviewer. */
  readonly isChecked?: true
}

export const glossaryGroups = {
  atlas: term('Words of the atlas', '图集用语'),
  programme: term('Words of the programme', '项目用语'),
  terms: term('Words of the field', '专业用语'),
  layers: term('Layers', '图层'),
} as const
export type GlossaryGroup = keyof typeof glossaryGroups

/** The only source of these terms (domain reference 4d); codes have vocabularies of their own beside it. */
export const glossary = {
  near: {
    group: 'atlas',
    term: term('Near', '邻近'),
    meaning: term(
      'Within the ring. It says where things lie, not what caused what.',
      '位于距离圈内。仅说明位置，不说明因果。',
    ),
  },
  ring: {
    group: 'atlas',
    term: term('Ring', '距离圈'),
    meaning: term(
      'All places up to a distance from a mine, measured in metres on the ellipsoid, from its footprint where there is one, else from its point.',
      '距矿山一定距离以内的所有地点，以米为单位在椭球面上测算；有矿区范围者自其边界起算，否则自点位起算。',
    ),
  },
  located: {
    group: 'atlas',
    term: term('Located mine', '已定位矿山'),
    meaning: term(
      'A mine whose place is known well enough for a ring: coordinates, an exact or an approximate location. Others are counted apart.',
      '位置足以置于距离圈的矿山：坐标、准确或大致位置。其余单独计数。',
    ),
  },
  range: {
    group: 'atlas',
    term: term('Range, as in 23 (19–31)', '区间，如23 (19–31)'),
    meaning: term(
      'The lowest and the highest count that approximate locations allow.',
      '近似位置所允许的最低与最高计数。',
    ),
  },
  approximate_area: {
    group: 'atlas',
    term: term('Approximate area', '近似范围'),
    meaning: term(
      'A circle that has the reported size of a protected area and stands in for its true outline.',
      '面积等于保护区报告面积的圆形，用以代替其真实边界。',
    ),
  },
  host_community: {
    group: 'atlas',
    term: term('Host community', '当地社区'),
    meaning: term(
      'A town or village that GeoNames lists. Its population is that of the listed place; unknown stays unknown.',
      'GeoNames收录的城镇或村庄。人口为所列地点人口；未知即未知。',
    ),
  },
  incident: {
    group: 'atlas',
    term: term('Incident report', '事件报告'),
    meaning: term(
      'What a named source reported or alleged. Near: by location. Linked: the source itself names the mine.',
      '具名来源报道或指称的事件。邻近：按位置；已关联：来源指明矿山。',
    ),
  },
  share: {
    group: 'atlas',
    term: term('Share and n', '比例与n'),
    meaning: term(
      'Numerator by denominator; n is the denominator. With fewer than five there is no share, only the count.',
      '分子除以分母；n为分母。不足五时不计算比例，仅列计数。',
    ),
  },
  class: {
    group: 'atlas',
    term: term('Measured, reported, proxy', '测算、报告、替代'),
    meaning: term(
      'Measured from geometry; reported by a source; or standing for something that cannot be measured here.',
      '依据几何测算；由来源报告；或代表此处无法测量的内容。',
    ),
  },
  snapshot: {
    group: 'atlas',
    term: term('Snapshot', '快照'),
    meaning: term(
      'One prepared, unchanging version of all data. Every number and export names it.',
      '全部数据的一个固定制备版本。每个数字与导出文件均注明。',
    ),
  },
  smap: {
    group: 'programme',
    term: term('Sustainable Mining Action Plan (SMAP)', '可持续矿业行动计划'),
    meaning: term(
      'The three-year plan to put the Guidelines into practice: eight modules, twenty-five actions.',
      '落实指南的三年计划：八个模块、二十五项行动。',
    ),
  },
  oversight_committee: { group: 'programme', term: term('Strategic Oversight Committee', '战略监督委员会') },
  advisory_committee: { group: 'programme', term: term('Expert Advisory Committee', '专家咨询委员会') },
  management_unit: { group: 'programme', term: term('Project Management Unit', '项目管理办公室') },
  result_matrix: {
    group: 'programme',
    term: term('Result Matrix', '结果矩阵'),
    meaning: term(
      'Results, their indicators, and what was planned and achieved by each date.',
      '各项成果、相应指标以及各时点的计划值与完成值。',
    ),
  },
  logframe: {
    group: 'programme',
    term: term('Logframe', '逻辑框架'),
    meaning: term(
      'The same as a Result Matrix, seen as the chain from outputs to impact.',
      '与结果矩阵相同，强调由产出到影响的链条。',
    ),
  },
  impact: { group: 'programme', term: term('Impact', '影响') },
  outcome: { group: 'programme', term: term('Outcome', '成果') },
  output: { group: 'programme', term: term('Output', '产出') },
  indicator: { group: 'programme', term: term('Indicator', '指标') },
  baseline: {
    group: 'programme',
    term: term('Baseline', '基线值'),
    meaning: term('The value before the plan began.', '计划开始前的数值。'),
  },
  milestone: {
    group: 'programme',
    term: term('Milestone', '里程碑'),
    meaning: term('What is to be reached by the end of a period.', '某一时段结束时应达到的数值。'),
  },
  target: {
    group: 'programme',
    term: term('Target', '目标值'),
    meaning: term('What is to be reached in the end.', '最终应达到的数值。'),
  },
  actual: {
    group: 'programme',
    term: term('Actual', '实际值'),
    meaning: term(
      'What was reached, computed by the atlas or reported with source and date.',
      '已达到的数值，由图集计算，或附来源与日期的上报值。',
    ),
  },
  verification: { group: 'programme', term: term('Means of verification', '核查依据') },
  assumption: { group: 'programme', term: term('Assumption', '假设条件') },
  on_track: {
    group: 'programme',
    term: term('On track', '正常'),
    meaning: term('r is at least 1: as much as planned was reached.', 'r不小于1：达到计划。'),
  },
  at_risk: {
    group: 'programme',
    term: term('At risk', '有风险'),
    meaning: term('r is at least 0.75 and below 1.', 'r不小于0.75且小于1。'),
  },
  off_track: { group: 'programme', term: term('Off track', '滞后'), meaning: term('r is below 0.75.', 'r小于0.75。') },
  no_data: {
    group: 'programme',
    term: term('No data', '无数据'),
    meaning: term(
      'Not reported, not due, or not measurable; never the same as zero.',
      '未上报、未到期或无法测算；绝不等于零。',
    ),
  },
  consent: {
    group: 'terms',
    term: term('Free, prior and informed consent (FPIC)', '自由、事先和知情同意'),
    isChecked: true,
  },
  indigenous_peoples: { group: 'terms', term: term('Indigenous peoples', '原住民') },
  grievance_mechanism: { group: 'terms', term: term('Grievance mechanism', '申诉机制') },
  resettlement: { group: 'terms', term: term('Resettlement', '移民安置') },
  tailings_facility: { group: 'terms', term: term('Tailings facility', '尾矿库') },
  due_diligence: { group: 'terms', term: term('Due diligence', '尽责管理'), isChecked: true },
  exposure: {
    group: 'terms',
    term: term('Exposure', '暴露（邻近）程度'),
    meaning: term('What lies near a mine. It says nothing of harm.', '矿山附近有什么，不说明损害。'),
  },
  high_risk_area: {
    group: 'terms',
    term: term('Conflict-affected and high-risk area', '受冲突影响和高风险区域'),
    meaning: term(
      'A country or province that a named list of a stated date indicates. Not a determination.',
      '由注明日期的某份名单列出的国家或省份，并非认定。',
    ),
  },
  feature: { group: 'terms', term: term('Map feature', '要素') },
  spatial_join: { group: 'terms', term: term('Spatial join', '空间连接') },
  overlay: { group: 'terms', term: term('Overlay', '叠加分析') },
  buffer: { group: 'terms', term: term('Buffer rings', '缓冲区') },
  export: { group: 'terms', term: term('Export', '导出') },
  dictionary: { group: 'terms', term: term('Data dictionary', '数据字典') },
  pilot_mines: { group: 'layers', term: term('Pilot mines', '试点矿山') },
  mines: { group: 'layers', term: term('Mines', '矿山') },
  footprints: { group: 'layers', term: term('Mine footprints', '矿区范围') },
  host_communities: { group: 'layers', term: term('Host communities', '当地社区') },
  protected_areas: { group: 'layers', term: term('Protected areas', '保护区') },
  world_heritage: { group: 'layers', term: term('World Heritage sites', '世界遗产地') },
  incident_reports: { group: 'layers', term: term('Incident reports', '事件报告') },
  regions: { group: 'layers', term: term('Regions', '区域') },
} as const satisfies Readonly<Record<string, GlossaryEntry>>
