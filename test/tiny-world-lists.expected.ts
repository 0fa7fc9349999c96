import type { Expected } from '#test/tiny-world-line.ts'

/** Numbers that need no distance: pilots, issues, and how good the data are. The same mines as in tiny-world.expected.ts. */
export const listsExpected: readonly Expected[] = [
  {
    indicator: 'PC-01',
    question: 'by region',
    parameters: {},
    lines: [
      ['ALL', null, 4, 4, 4, 4, null, 4, 0, 0],
      ['AFR', null, 3, 3, 3, 3, null, 3, 0, 0],
      ['AFR', 'COMPLETED', 1, 1, 1, 1, null, 1, 0, 0],
      ['AFR', 'AGREED', 0, 0, 0, 0, null, 0, 0, 0],
      // a mine and no pilot: a true zero
      ['SEA', null, 0, 0, 0, 0, null, 0, 0, 0],
    ],
  },
  {
    indicator: 'PC-03',
    question: 'by region',
    parameters: {},
    lines: [
      // p1 EN, CI; p3 EN, OHS; p4 LP. p2 (HR) is a candidate. EN, CI, OHS, LP = 4 of 8, from 3 pilots
      ['ALL', null, 4, 4, 4, 4, 8, 3, 0, 0],
      ['ALL', 'EN', 1, 1, 1, 1, 1, 2, 0, 0],
      ['ALL', 'HR', 0, 0, 0, 0, 1, 0, 0, 0],
      ['AFR', null, 3, 3, 3, 3, 8, 2, 0, 0],
      ['SEA', null, 0, 0, 0, 0, 8, 0, 0, 0],
    ],
  },
  {
    indicator: 'DQ-01',
    question: 'by region',
    parameters: {},
    lines: [
      // m1, m3, m4 of five
      ['ALL', null, 60, 60, 60, 3, 5, 5, 1, 1],
      ['SEA', null, 0, 0, 0, 0, 1, 1, 0, 1],
    ],
  },
  {
    indicator: 'DQ-02',
    question: 'by region',
    parameters: {},
    lines: [
      // nine public reports; at a town and two sources or more: i1, i4, i6, i8. i5, i7 in part of a region, i10 larger
      ['ALL', null, 400 / 9, 400 / 9, 400 / 9, 4, 9, 9, 2, 1],
      // i1 to i7
      ['AFR', null, 300 / 7, 300 / 7, 300 / 7, 3, 7, 7, 2, 0],
    ],
  },
  {
    indicator: 'DQ-02',
    question: 'by country, of one type',
    parameters: { by: 'country', incident_type: 'SPILL_WATER_POLLUTION' },
    // i1, i8 of i1, i8, i10
    lines: [
      ['ALL', null, 200 / 3, 200 / 3, 200 / 3, 2, 3, 3, 0, 1],
      ['CCC', null, 100, 100, 100, 1, 1, 1, 0, 0],
    ],
  },
]
