import type { Position } from '#server/prepare/make/provinces.ts'

export type Box = readonly [west: number, south: number, east: number, north: number]

/**
 * Boundaries between two countries that are drawn dashed: `box` limits them to a part, none means all of it.
 * Units are Natural Earth's. They follow the lines of control and of administration, without saying whose the land is;
 * where two claims differ only the line that Natural Earth draws is known here.
 */
export const disputedPairs: readonly { readonly units: readonly [string, string]; readonly box?: Box }[] = [
  { units: ['CHN', 'IND'] }, // Aksai Chin, Arunachal Pradesh / southern Tibet
  { units: ['CHN', 'PAK'] }, // Kashmir: Shaksgam
  { units: ['IND', 'PAK'], box: [73, 32.3, 80, 38] }, // Kashmir: Line of Control, Siachen
  { units: ['KOS', 'SRB'] }, // Kosovo
  { units: ['MAR', 'SAH'] }, // Western Sahara
  { units: ['ISR', 'PSX'] }, // Palestine
  { units: ['EGY', 'PSX'], box: [34, 31, 34.6, 31.6] }, // Gaza
  { units: ['JOR', 'PSX'] }, // Palestine
  { units: ['ISR', 'SYR'] }, // Golan
  { units: ['SDN', 'SDS'] }, // Sudan and South Sudan: final boundary not yet determined, Abyei
  { units: ['EGY', 'SDN'], box: [33, 21.9, 38, 24] }, // Hala'ib triangle, Bir Tawil
  { units: ['BRT', 'EGY'] },
  { units: ['BRT', 'SDN'] },
  { units: ['KEN', 'SDS'] }, // Ilemi triangle
  { units: ['ETH', 'SDS'], box: [34.8, 4.5, 36, 5.6] }, // Ilemi triangle
]

/** Land that belongs to no country in the view used: it is filled as land, and its outline is dashed. */
export const openTerritories: readonly Box[] = [
  [35.5, 32.6, 36, 33.45], // Golan
  [27.7, 9.2, 29.2, 10.4], // Abyei
]

/** Lines inside one country of the view used, found between provinces: [these, from those]. Codes are Natural Earth's. */
export const innerLines: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['RUS-283', 'RUS-5482'], ['UKR']], // Crimea
  [['SOL'], ['SOM']], // Somaliland
  [['CYN'], ['CYP', 'WSB', 'ESB']], // Northern Cyprus
  [['GEO-3015'], ['GEO']], // Abkhazia
]

/** True where both ends lie in the box. */
export const isWithin = (box: Box, [a, b]: readonly [Position, Position]): boolean =>
  [a, b].every(([x, y]) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3])
