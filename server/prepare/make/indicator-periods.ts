import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { codesOf } from '#data/vocabularies.ts'
import { sourceFolder } from '#server/prepare/make/duck.ts'

/** One row of the Result Matrix: numbers as they stand in the file, empty where there is none. */
interface Period {
  readonly indicator: string
  readonly region?: string
  readonly dimension?: string
  readonly part?: string
  readonly year: number
  readonly milestone?: number
  readonly target?: number
  readonly actual?: number | undefined
  readonly illustrative?: string
  readonly source?: string
  readonly sourceUrl?: string
  readonly comment?: readonly [en: string, zh: string]
}

const years = [2017, 2018, 2019]
/** Share of the target that is planned for the end of each of the three years: invented. */
const planned = [0.2, 0.6, 1]
const invented = 'Invented to show the page'
const launch = {
  source: 'Report on the launch of the action plan, examo.info',
  sourceUrl: 'https://examo.info/sustainable-mining-action-plan-officially-launched-in-beijing',
}
const regions = codesOf('region')
const milestoneOf = (target: number, index: number): number => Math.round(target * (planned[index] ?? 1))

/** Reported indicators: target, and the actual at the end of each year; nothing where the report is late. All invented. */
const reported: Readonly<Record<string, { target: number; actuals: readonly (number | undefined)[] }>> = {
  'O1.1': { target: 150, actuals: [33, 84, 141] },
  'O1.2': { target: 12, actuals: [2, 8, 13] },
  'O2.1': { target: 6, actuals: [1, 4, 5] },
  'O5.3': { target: 20, actuals: [3, 7, undefined] },
}
/** People trained in each region at the end of each year. All invented. */
const trained: Readonly<Record<string, readonly (number | undefined)[]>> = {
  AFR: [38, 104, 162],
  LAC: [22, 81, 118],
  SEA: [31, 88, 149],
  CAS: [14, 52, 83],
}
const women = [29, 98, 166]

/** The two targets that a source states; what comes before the last year is invented. */
const sourced = (indicator: string, target: number, comment?: readonly [string, string]): Period[] =>
  years.map((year, index) => ({
    indicator,
    year,
    milestone: milestoneOf(target, index),
    target,
    illustrative: index === years.length - 1 ? '' : 'milestone',
    ...launch,
    ...(comment && { comment }),
  }))

/** The same plan in each of the four regions, invented; the actual is computed. */
const plannedInRegions = (indicator: string, target: number): Period[] =>
  regions.flatMap((region) =>
    years.map((year, index) => ({
      indicator,
      region,
      year,
      milestone: milestoneOf(target, index),
      target,
      illustrative: 'milestone;target',
      source: invented,
    })),
  )

const plannedOverall = (indicator: string, target: number): Period[] =>
  plannedInRegions(indicator, target)
    .filter(({ region }) => region === regions[0])
    .map(({ region: _region, ...period }) => period)

const plannedForIssues = (indicator: string, target: number): Period[] =>
  codesOf('guideline_issue').flatMap((part) =>
    plannedInRegions(indicator, target)
      .filter(({ year }) => year === years.at(-1))
      .map((period) => ({ ...period, dimension: 'issue', part })),
  )

const withActual = (period: Period, actual: number | undefined): Period => ({
  ...period,
  actual,
  illustrative: actual === undefined ? 'milestone;target' : 'milestone;target;actual',
})

const reportedOverall = Object.entries(reported).flatMap(([indicator, { target, actuals }]) =>
  plannedOverall(indicator, target).map((period, index) => withActual(period, actuals[index])),
)

function peopleTrained(): Period[] {
  const inRegions = plannedInRegions('O3.1', 150).map((period) =>
    withActual(period, trained[period.region ?? '']?.[years.indexOf(period.year)]),
  )
  const total = (index: number) => regions.reduce((sum, region) => sum + (trained[region]?.[index] ?? 0), 0)
  const bySex = years.flatMap((year, index) => {
    const female = women[index] ?? 0
    const row = { indicator: 'O3.1', dimension: 'sex', year, illustrative: 'actual', source: invented }
    return [
      { ...row, part: 'female', actual: female },
      { ...row, part: 'male', actual: total(index) - female },
    ]
  })
  return [...inRegions, ...bySex]
}

/** Rows without a plan: what is observed each year, overall and in each region. */
const observed = (indicator: string, first: number, last: number): Period[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((year) => [
    { indicator, year },
    ...regions.map((region) => ({ indicator, region, year })),
  ])

/** A status set by hand, with its reason; invented too, so that the page shows what one looks like beside the computed one. */
const setByHand: Readonly<Record<string, readonly [rag: string, en: string, zh: string]>> = {
  'O2.1:ALL:2019': [
    'GREEN',
    'The sixth tool was in print at the end of the period (invented reason)',
    '第六项工具在时段末已付印（虚构理由）',
  ],
}

function rowOf(period: Period): Record<string, string | number> {
  const { indicator, region = '', dimension = '', part = '', year, comment = ['', ''] } = period
  const period_id = [indicator, region || 'ALL', ...(part ? [part] : []), year].join(':')
  const [rag = '', reasonEn = '', reasonZh = ''] = setByHand[period_id] ?? []
  return {
    period_id,
    indicator_id: indicator,
    region_id: region,
    dimension,
    dimension_value: part,
    period_start: `${year}-01-01`,
    period_end: `${year}-12-31`,
    baseline: '',
    milestone: period.milestone ?? '',
    target: period.target ?? '',
    actual: period.actual ?? '',
    illustrative: period.illustrative ?? '',
    comment_en: comment[0],
    comment_zh: comment[1],
    override_rag: rag,
    override_reason_en: reasonEn,
    override_reason_zh: reasonZh,
    source: period.source ?? '',
    source_url: period.sourceUrl ?? '',
    source_date: '',
  }
}

/** Write `indicator-periods.csv`: the proposed Result Matrix by its rule, the same at every run. */
export const makeIndicatorPeriods = async (): Promise<string> => {
  const evaluation = [
    'The source names twenty projects that go further; what they do is not stated.',
    '来源提及其中20个项目将进一步推进，但未说明具体内容。',
  ] as const
  const periods = [
    ...observed('I.1', 2026, 2026),
    ...observed('I.2', 2026, 2026),
    ...observed('I.3', 2016, 2025),
    ...observed('I.4', 2016, 2025),
    ...sourced('OC.1', 100),
    ...plannedInRegions('OC.1', 25),
    ...plannedForIssues('OC.1', 3),
    ...sourced('OC.2', 20, evaluation),
    ...reportedOverall,
    ...peopleTrained(),
    ...plannedInRegions('O4.1', 25),
    ...plannedOverall('O4.2', 100),
    ...plannedInRegions('O4.2', 100),
    ...plannedOverall('O4.3', 8),
    ...plannedInRegions('O4.3', 8),
    ...plannedOverall('O5.1', 20),
    ...plannedOverall('O5.2', 20),
  ]
  writeFileSync(join(sourceFolder, 'indicator-periods.csv'), stringify(periods.map(rowOf), { header: true }))
  return `indicator-periods.csv: ${periods.length} rows`
}
