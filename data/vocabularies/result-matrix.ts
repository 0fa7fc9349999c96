import { guidelineIssue } from '#data/vocabularies/programme.ts'
import { term, type Vocabulary } from '#data/vocabularies/vocabulary.ts'

/** Codes of IATI's ResultType. */
export const resultType = {
  title: term('Level of the result', '结果层级'),
  terms: { '1': term('Output', '产出'), '2': term('Outcome', '成果'), '3': term('Impact', '影响') },
} as const satisfies Vocabulary

export const riskRating = {
  title: term('Risk rating', '风险等级'),
  terms: { LOW: term('Low', '低'), MEDIUM: term('Medium', '中'), HIGH: term('High', '高') },
} as const satisfies Vocabulary

/** Codes of IATI's IndicatorMeasure. */
export const indicatorMeasure = {
  title: term('Measure', '计量方式'),
  terms: { '1': term('Unit', '数量'), '2': term('Percentage', '百分比'), '5': term('Qualitative', '定性') },
} as const satisfies Vocabulary

export const resultUnit = {
  title: term('Unit of the result indicator', '结果指标单位'),
  terms: {
    projects: term('projects', '个项目'),
    companies: term('companies', '家企业'),
    events: term('events', '场活动'),
    tools: term('tools', '项工具'),
    people: term('people', '人'),
    pilots: term('pilots', '个试点'),
    cases: term('cases', '个案例'),
    mines: term('mines', '座矿山'),
    percent: term('%', '%'),
    of_8: term('of 8 issues', '项议题（共8项）'),
    per_100k_year: term('per 100,000 people and year', '起/10万人·年'),
    people_per_year: term('people a year', '人/年'),
  },
} as const satisfies Vocabulary

/** What a row of the Result Matrix is broken down by, besides the region. */
export const resultDimension = {
  title: term('Breakdown', '细分维度'),
  terms: { issue: term('Guideline issue', '指南议题'), sex: term('Sex', '性别') },
} as const satisfies Vocabulary

export const dimensionValue = {
  title: term('Part', '细分项'),
  terms: { ...guidelineIssue.terms, female: term('Women', '女性'), male: term('Men', '男性') },
} as const satisfies Vocabulary

/** The numbers of a row that can be invented. */
export const matrixNumber = {
  title: term('Illustrative numbers', '示例数值'),
  terms: { milestone: term('Milestone', '里程碑'), target: term('Target', '目标值'), actual: term('Actual', '实际值') },
} as const satisfies Vocabulary

export const rag = {
  title: term('Status', '状态'),
  terms: {
    BLUE: term('Target reached', '已达目标值'),
    GREEN: term('On track', '正常'),
    AMBER: term('At risk', '有风险'),
    RED: term('Off track', '滞后'),
    GREY: term('No data', '无数据'),
  },
} as const satisfies Vocabulary

export const greyReason = {
  title: term('Why there is no status', '无状态的原因'),
  terms: {
    context: term('Context series, not judged', '背景数据，不作评判'),
    not_due: term('Not due yet', '尚未到期'),
    late: term('Due, but no actual value', '已到期但无实际值'),
    no_milestone: term('No milestone to compare with', '无可比较的里程碑'),
    no_baseline: term('No baseline to count from', '无基线值'),
    milestone_is_baseline: term('Milestone equals the baseline', '里程碑等于基线值'),
  },
} as const satisfies Vocabulary

export const trend = {
  title: term('Trend against the previous period', '与上一时段相比的趋势'),
  terms: { up: term('Better', '好转'), level: term('The same', '持平'), down: term('Worse', '变差') },
} as const satisfies Vocabulary

/** Scores of an annual review as DFID gave them to outputs. */
export const outputScore = {
  title: term('Output score', '产出评分'),
  terms: {
    'A++': term('Substantially exceeded', '大幅超出预期'),
    'A+': term('Moderately exceeded', '略超预期'),
    A: term('Met', '达到预期'),
    B: term('Moderately missed', '略低于预期'),
    C: term('Substantially missed', '大幅低于预期'),
  },
} as const satisfies Vocabulary
