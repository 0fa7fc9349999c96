import type { Expected } from '#test/tiny-world-line.ts'
import { listsExpected } from '#test/tiny-world-lists.expected.ts'

/**
 * Pilot mines by default: m1, m2 (approximate), m3 in AFR; m4 in LAC; m5 (too coarse) in SEA. So 5 mines, 4 located,
 * 1 of them approximate, 1 coarse. No mine in CAS: the SQL has no line for it.
 */
export const expected: readonly Expected[] = [
  {
    indicator: 'EN-01',
    question: 'by region',
    parameters: {},
    lines: [
      // m1 is in a1. m4 is in a4 only, which is proposed and does not count. m2 is 8 km from a1, uncertain by 10: it may
      // be inside (high), a3 has no extent and never contains it. 1 of 4, sure 1 of 4, possible 2 of 4.
      ['ALL', null, 25, 25, 50, 1, 4, 4, 2, 1],
      // m1, m2, m3: 1 of 3; possible 2 of 3
      ['AFR', null, 100 / 3, 100 / 3, 200 / 3, 1, 3, 3, 2, 0],
      ['LAC', null, 0, 0, 0, 0, 1, 1, 0, 0],
      // only m5, which is in no ring: no value, one coarse
      ['SEA', null, null, null, null, 0, 0, 0, 0, 1],
    ],
  },
  {
    indicator: 'EN-01',
    question: 'with precise locations only',
    parameters: { precise_only: 'true' },
    // m2 and m5 drop out: 1 of 3
    lines: [['ALL', null, 100 / 3, 100 / 3, 100 / 3, 1, 3, 3, 1, 0]],
  },
  {
    indicator: 'EN-01',
    question: 'of the other dataset',
    parameters: { mine_dataset: 'mines' },
    // o1 is near a4 only, which does not count
    lines: [['ALL', null, 0, 0, 0, 0, 1, 1, 0, 0]],
  },
  {
    indicator: 'EN-03',
    question: 'within 10 km',
    parameters: {},
    lines: [
      // nearest counted area: m1 0 km, m2 4 (a3), m3 12 (a2), m4 none. Within 10: m1, m2 = 2 of 4.
      // sure: m1 (m2 may be 14 away) = 1; possible: m1, m2 = 2
      // approximate: m2, and the distances of m1 and m3 to areas that are circles
      ['ALL', null, 50, 25, 50, 2, 4, 4, 3, 1],
      // m1 is in a World Heritage site: T0. m2 may be in it too: possible 2, sure 1
      ['ALL', 'T0', 25, 25, 50, 1, 4, 4, 1, 0],
      ['ALL', 'T1', 0, 0, 25, 0, 4, 4, 0, 0],
      ['ALL', 'T2', 0, 0, 25, 0, 4, 4, 0, 0],
      // m2: 8 km from a1 = T3, between T0 (if nearer) and T5 (if farther): counted, not sure
      ['ALL', 'T3', 25, 0, 25, 1, 4, 4, 1, 0],
      ['ALL', 'T4', 0, 0, 25, 0, 4, 4, 0, 0],
      // m3: 12 km from a2; m2 possibly
      ['ALL', 'T5', 25, 25, 50, 1, 4, 4, 1, 0],
      // m4: nothing that counts within 50 km
      ['ALL', 'T6', 25, 25, 25, 1, 4, 4, 0, 0],
      // m5 of all five
      ['ALL', 'TU', 20, 20, 20, 1, 5, 5, 0, 1],
      // distances 0, 4, 12, beyond: (4 + 12) / 2; nearest 0, 0, 12: (0 + 12) / 2; farthest 0, 12, 14: (12 + 14) / 2
      ['ALL', 'median_km', 8, 6, 13, null, 4, 4, 3, 1],
      // beyond 50 km nothing was measured
      ['LAC', 'median_km', null, null, null, null, 1, 1, 0, 0],
      ['SEA', null, null, null, null, 0, 0, 0, 0, 1],
      ['SEA', 'TU', 100, 100, 100, 1, 1, 1, 0, 1],
    ],
  },
  {
    indicator: 'EN-03',
    question: 'within 0 km',
    parameters: { radius_km: '0' },
    // m1 only; m2 possibly
    lines: [['ALL', null, 25, 25, 50, 1, 4, 4, 3, 1]],
  },
  {
    indicator: 'EN-05',
    question: 'rings of 10 km',
    parameters: {},
    lines: [
      // m1 covers 0..10 km, m2 5..15 km of a strip 10 km wide: together 15 x 10 km = 15,000 ha (not 20,000); m3 1,000 ha;
      // m4 1,000 ha of a neighbour, for ALL only. 17,000 of 200,000 ha = 8.5 %. Without m2: 12,000 = 6 %.
      // With m2's ring of 20 km, 0..30 km: 32,000 = 16 %. AFR without m4: 16,000, 11,000 and 31,000 of 100,000.
      ['ALL', null, 8.5, 6, 16, 17_000, 200_000, 4, 1, 1],
      ['AFR', null, 16, 11, 31, 16_000, 100_000, 3, 1, 0],
      ['LAC', null, 0, 0, 0, 0, 50_000, 1, 0, 0],
      ['SEA', null, null, null, null, null, null, 0, 0, 1],
    ],
  },
  {
    indicator: 'EN-06',
    question: 'within 10 km in the twelve months to 31 December 2025',
    parameters: {},
    lines: [
      // i1 (linked to m1) and i2 (8 km from m1). Not: i3 (2024), i8 (before the owner), i9 (restricted), i10 (m5 is in no
      // ring). 2 reports / (4 mines x 1 year)
      ['ALL', null, 0.5, 0.5, 0.5, 2, 4, 4, 1, 1],
      ['ALL', 'linked', 0.25, 0.25, 0.25, 1, 4, 4, 1, 1],
      ['ALL', 'near', 0.25, 0.25, 0.25, 1, 4, 4, 1, 1],
      ['AFR', null, 2 / 3, 2 / 3, 2 / 3, 2, 3, 3, 1, 0],
      ['LAC', null, 0, 0, 0, 0, 1, 1, 0, 0],
      ['SEA', null, null, null, null, null, 0, 0, 0, 1],
    ],
  },
  {
    indicator: 'EN-06',
    question: 'of each mine',
    parameters: { by: 'mine' },
    lines: [
      ['m1', null, 2, 2, 2, 2, 1, 1, 0, 0],
      // i2 is 15 km away, uncertain by 10: possibly within 10
      ['m2', null, 0, 0, 1, 0, 1, 1, 1, 0],
      ['m5', null, null, null, null, null, 0, 0, 0, 1],
    ],
  },
  {
    indicator: 'EN-06',
    question: 'in two whole years',
    parameters: { from: '2024-01-01', to: '2025-12-31' },
    // i1, i2, i3 / (4 mines x 2 years)
    lines: [['ALL', null, 3 / 8, 3 / 8, 3 / 8, 3, 8, 4, 1, 1]],
  },
  {
    indicator: 'CI-01',
    question: 'within 20 km',
    parameters: {},
    lines: [
      // c1 1000, c2 5000, c3 unknown, c4 20000, c6 100. c6 is 6 km from approximate m2: 16 at most, still within
      ['ALL', null, 26_100, 26_100, 26_100, 26_100, null, 5, 1, 1],
      // c1; m2 may stand beside c2 (9.5 km) or c6 (6 km) just as well: 1000 + 5000 + 100 at most
      ['ALL', '1', 1000, 1000, 6100, 1000, null, 1, 0, 1],
      ['ALL', '5', 1000, 1000, 6100, 1000, null, 2, 0, 1],
      // c2 is within 10 of m1 too; c6 only of m2: sure without it
      ['ALL', '10', 6100, 6000, 6100, 6100, null, 4, 1, 1],
      ['ALL', '50', 26_800, 26_800, 26_800, 26_800, null, 6, 1, 1],
      ['LAC', null, 0, 0, 0, 0, null, 0, 0, 0],
      ['LAC', '50', 700, 700, 700, 700, null, 1, 0, 0],
      ['SEA', null, null, null, null, null, null, 0, 0, 1],
    ],
  },
  {
    indicator: 'CI-01',
    question: 'of each mine within 10 km: communities near two mines count for both',
    parameters: { by: 'mine', radius_km: '10' },
    lines: [
      ['m1', null, 6000, 6000, 6000, 6000, null, 3, 0, 0],
      // c2 at 9.5, c6 at 6 km, both uncertain by 10
      ['m2', null, 5100, 0, 5100, 5100, null, 2, 2, 0],
    ],
  },
  {
    indicator: 'CI-04',
    question: 'within 20 km',
    parameters: {},
    lines: [
      // i4 (12 km from m1) and i5 (5 km from m3): 2 per 26,100 people and 1 year
      ['ALL', null, 200_000 / 26_100, 200_000 / 26_100, 200_000 / 26_100, 2, 26_100, 4, 1, 1],
      ['ALL', 'linked', 100_000 / 26_100, 100_000 / 26_100, 100_000 / 26_100, 1, 26_100, 4, 1, 1],
      ['ALL', 'near', 100_000 / 26_100, 100_000 / 26_100, 100_000 / 26_100, 1, 26_100, 4, 1, 1],
      // nobody listed within 20 km of m4: no rate
      ['LAC', null, null, null, null, 0, null, 1, 0, 0],
      ['SEA', null, null, null, null, null, null, 0, 0, 1],
    ],
  },
  {
    indicator: 'CI-05',
    question: 'within 10 km',
    parameters: {},
    lines: [
      // near a mine: c1, c2, c3, c6; near two: c2 (m1 9 km, m2 9.5 km) = 1 of 4.
      // as far as can be: c1, c2, c3 near m1, none near two = 0; as near as can be: the same 1 of 4
      ['ALL', null, 25, 0, 25, 1, 4, 4, 1, 1],
      ['LAC', null, null, null, null, 0, 0, 0, 0, 0],
      ['SEA', null, null, null, null, null, null, 0, 0, 1],
    ],
  },
  {
    indicator: 'CI-05',
    question: 'of each mine',
    parameters: { by: 'mine' },
    lines: [
      // m1: c1, c2, c3, of which c2 is near m2 too
      ['m1', null, 100 / 3, 0, 100 / 3, 1, 3, 3, 0, 0],
      // m2: c2, c6; if as far as can be neither is near it
      ['m2', null, 50, 50, 50, 1, 2, 2, 2, 0],
    ],
  },
  {
    indicator: 'HR-01',
    question: 'within 20 km',
    parameters: {},
    lines: [
      // i6, 4 km from m3. i7 is not placed at a town or site. 1 / 4 mine-years
      ['ALL', null, 0.25, 0.25, 0.25, 1, 4, 4, 1, 1],
      ['ALL', '1', 0, 0, 0, 0, 4, 4, 1, 1],
      ['ALL', '5', 0.25, 0.25, 0.25, 1, 4, 4, 1, 1],
      ['AFR', null, 1 / 3, 1 / 3, 1 / 3, 1, 3, 3, 1, 0],
      ['SEA', null, null, null, null, null, 0, 0, 0, 1],
    ],
  },
  ...listsExpected,
]
