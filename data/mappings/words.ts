import type { CodeOf } from '#data/vocabularies.ts'

/** Commodity words of data sources (lower case) -> codes of the vocabulary `commodity`; a metal or an alloy has the code of its ore. */
export const commodityWords: Readonly<Record<string, CodeOf<'commodity'>>> = {
  copper: 'CU',
  cobalt: 'CO',
  'iron ore': 'FE',
  iron: 'FE',
  gold: 'AU',
  nickel: 'NI',
  ferronickel: 'NI',
  lithium: 'LI',
  bauxite: 'BX',
  aluminum: 'BX',
  aluminium: 'BX',
  manganese: 'MN',
  ferromanganese: 'MN',
  'ferrosilicon manganese': 'MN',
  zinc: 'ZN',
  lead: 'PB',
  tin: 'SN',
  tungsten: 'W',
  tantalum: 'TA',
  niobium: 'TA',
  'niobium (columbium)': 'TA',
  ferroniobium: 'TA',
  molybdenum: 'MO',
  ferromolybdenum: 'MO',
  antimony: 'SB',
  uranium: 'U',
  ree: 'REE',
  'rare earths': 'REE',
  lanthanides: 'REE',
  cerium: 'REE',
  neodymium: 'REE',
  chromium: 'CR',
  chromite: 'CR',
  ferrochrome: 'CR',
  pge: 'PGM',
  platinum: 'PGM',
  palladium: 'PGM',
  rhodium: 'PGM',
  iridium: 'PGM',
  'platinum group elements': 'PGM',
  coal: 'COAL',
  'thermal coal': 'COAL',
  'metallurgical coal': 'COAL',
  lignite: 'COAL',
  potash: 'K',
  potassium: 'K',
  'potassium oxide': 'K',
  'potassium sulfate': 'K',
  phosphate: 'PHOS',
  'phosphorus-phosphates': 'PHOS',
  'phosphoric acid': 'PHOS',
  diamond: 'DIA',
  diamonds: 'DIA',
}

/** The three commodity fields out of one or more columns of words, the main one first, each once; words without a code are OTH. */
export function commodityRules(columns: readonly string[], separator: string) {
  const rule = (take: number) => ({
    join: [...columns],
    separator,
    codes: { ...commodityWords },
    otherwise: 'OTH',
    take,
  })
  return { commod1: rule(0), commod2: rule(1), commod3: rule(2) }
}

/** Deaths -> severity where a source tells nothing else: ten or more critical, any severe, else what the type suggests. */
export const deathSteps = (least: string): [number, string][] => [
  [10, '5'],
  [1, '4'],
  [0, least],
]
