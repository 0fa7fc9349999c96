import type { IndicatorId } from '#data/catalog.ts'
import type { Expected, Line } from '#test/tiny-world-line.ts'

/** Indicators that wait for fields: mines, but no value, wherever one asks. */
const waiting: readonly IndicatorId[] = [
  'OG-01',
  'OG-02',
  'FO-01',
  'VC-02',
  'HR-02',
  'LP-01',
  'EN-07',
  'CI-02',
  'CI-03',
]
const withoutValue = (place: string): Line => [place, null, null, null, null, null, null, 0, 0, 0]

/**
 * The same five pilot mines (m1, m2, m3 in AFR; m4 in LAC; m5, too coarse, in SEA), with the rows of tiny-world-programme.sql.
 * Linked reports need no location, so m5 counts in their mine-years: 5 mines, 3 in AFR, 1 in LAC, 1 in SEA.
 */
export const programmeExpected: readonly Expected[] = [
  {
    indicator: 'PC-02',
    question: 'by region',
    parameters: {},
    lines: [
      // p1, p3, p4 run or have run (p2 is a candidate, p5 withdrew): 3 of 10
      ['ALL', null, 30, 30, 30, 3, 10, 3, 0, 0],
      ['ALL', 'pilots', 3, 3, 3, 3, null, 3, 0, 0],
      // p1, p3 of 4
      ['AFR', null, 50, 50, 50, 2, 4, 2, 0, 0],
      // p4, but nothing is planned for LAC: no share
      ['LAC', null, null, null, null, 1, null, 1, 0, 0],
      // no pilot of 2: a true zero
      ['SEA', null, 0, 0, 0, 0, 2, 0, 0, 0],
    ],
  },
  {
    indicator: 'PC-02',
    question: 'of two regions',
    parameters: { region: 'AFR,SEA' },
    // p1, p3 of 4 + 2
    lines: [['ALL', null, 100 / 3, 100 / 3, 100 / 3, 2, 6, 2, 0, 0]],
  },
  {
    indicator: 'PC-04',
    question: 'by region',
    parameters: {},
    lines: [
      // AAA, BBB, CCC of AAA, BBB, CCC, DDD
      ['ALL', null, 75, 75, 75, 3, 4, 4, 0, 0],
      ['AFR', null, 100, 100, 100, 2, 2, 2, 0, 0],
      ['SEA', null, 0, 0, 0, 0, 1, 1, 0, 0],
    ],
  },
  {
    indicator: 'PC-04',
    question: 'of the other dataset, whose owners are unknown',
    parameters: { mine_dataset: 'mines' },
    lines: [['ALL', null, null, null, null, 0, 0, 0, 0, 0]],
  },
  {
    indicator: 'VC-01',
    question: 'by region',
    parameters: {},
    lines: [
      // the newest list names BBB (m3) and DDD (m5); AAA is on the older one only: 2 of 5
      ['ALL', null, 40, 40, 40, 2, 5, 5, 0, 0],
      ['AFR', null, 100 / 3, 100 / 3, 100 / 3, 1, 3, 3, 0, 0],
      ['LAC', null, 0, 0, 0, 0, 1, 1, 0, 0],
      ['SEA', null, 100, 100, 100, 1, 1, 1, 0, 0],
    ],
  },
  {
    indicator: 'HR-03',
    question: 'in the twelve months to 31 December 2025',
    parameters: {},
    lines: [
      // i5 names m3, j10 names m5 (j8 is restricted, j9 names no mine): 2 / (5 mines x 1 year)
      ['ALL', null, 0.4, 0.4, 0.4, 2, 5, 5, 0, 0],
      ['AFR', null, 1 / 3, 1 / 3, 1 / 3, 1, 3, 3, 0, 0],
      ['LAC', null, 0, 0, 0, 0, 1, 1, 0, 0],
      ['SEA', null, 1, 1, 1, 1, 1, 1, 0, 0],
    ],
  },
  {
    indicator: 'HR-03',
    question: 'of the other dataset, whose mines no report names',
    parameters: { mine_dataset: 'mines' },
    lines: [['ALL', null, null, null, null, null, null, 1, 0, 0]],
  },
  {
    indicator: 'HR-04',
    question: 'within 10 km or linked',
    parameters: {},
    lines: [
      // j9 100 people, 8 km from m1 and uncertain by 10; j10 30 people, names m5
      ['ALL', null, 130, 30, 130, 130, null, 2, 0, 1],
      ['AFR', null, 100, 0, 100, 100, null, 1, 0, 0],
      // no report gives a number: no data, not zero
      ['LAC', null, null, null, null, null, null, 0, 0, 0],
      ['SEA', null, 30, 30, 30, 30, null, 1, 0, 1],
    ],
  },
  {
    indicator: 'HR-04',
    question: 'within 5 km or linked',
    parameters: { radius_km: '5' },
    // j9 only possibly (8 - 10 km)
    lines: [
      ['ALL', null, 30, 30, 130, 30, null, 1, 0, 1],
      ['AFR', null, null, null, null, null, null, 0, 0, 0],
    ],
  },
  {
    indicator: 'LP-02',
    question: 'by region',
    parameters: {},
    lines: [
      // j1 names m1, j2 names m5; j3 was before the owner: 2 / 5
      ['ALL', null, 0.4, 0.4, 0.4, 2, 5, 5, 0, 0],
      ['AFR', null, 1 / 3, 1 / 3, 1 / 3, 1, 3, 3, 0, 0],
      ['LAC', null, 0, 0, 0, 0, 1, 1, 0, 0],
    ],
  },
  {
    indicator: 'LP-02',
    question: 'in two whole years',
    parameters: { from: '2024-01-01', to: '2025-12-31' },
    lines: [['ALL', null, 0.2, 0.2, 0.2, 2, 10, 5, 0, 0]],
  },
  {
    indicator: 'OHS-01',
    question: 'by region',
    parameters: {},
    lines: [
      // j4: 3 deaths, between 2 and 5; j5 gives no number; j6 is a running total, j7 refuted: 3 in one year, 2 reports
      ['ALL', null, 3, 2, 5, 3, null, 2, 0, 0],
      ['AFR', null, 3, 2, 5, 3, null, 2, 0, 0],
      ['LAC', null, 0, 0, 0, 0, null, 0, 0, 0],
    ],
  },
  {
    indicator: 'OHS-01',
    question: 'in two whole years',
    parameters: { from: '2024-01-01', to: '2025-12-31' },
    lines: [['ALL', null, 1.5, 1, 2.5, 3, null, 2, 0, 0]],
  },
  {
    indicator: 'EN-02',
    question: 'within 10 km',
    parameters: {},
    lines: [
      // m1 is inside a1; m2, 8 km away and uncertain by 10, may be
      ['ALL', null, 1, 1, 2, 1, null, 4, 1, 1],
      ['ALL', 'inside', 1, 1, 2, 1, null, 4, 1, 1],
      // m2 is near; not surely (18 km, or inside)
      ['ALL', 'near', 1, 0, 1, 1, null, 4, 1, 1],
      ['LAC', null, 0, 0, 0, 0, null, 1, 0, 0],
      ['SEA', null, null, null, null, null, null, 0, 0, 1],
    ],
  },
  {
    indicator: 'EN-04',
    question: 'by region',
    parameters: {},
    lines: [
      // m1 50 of 200 ha, m4 0 of 80 ha
      ['ALL', null, 50, 50, 50, 50, 280, 2, 0, 0],
      ['LAC', null, 0, 0, 0, 0, 80, 1, 0, 0],
      // no footprint: no data
      ['SEA', null, null, null, null, null, null, 0, 0, 0],
    ],
  },
  ...waiting.map((indicator) => ({
    indicator,
    question: 'without the fields it needs',
    parameters: {},
    lines: [withoutValue('ALL'), withoutValue('AFR'), withoutValue('SEA')],
  })),
]
