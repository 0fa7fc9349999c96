/** Codes of Natural Earth's units -> ISO 3166-1. `null`: no agreed owner and no ISO code, so left out. */
export const isoOfUnit: Readonly<Record<string, string | null>> = {
  ALD: 'ALA',
  ATC: 'AUS',
  BRI: 'BRA',
  BRT: null, // Bir Tawil: claimed by nobody
  CLP: 'FRA',
  CSI: 'AUS',
  ESB: 'GBR', // United Kingdom sovereign base on Cyprus
  IOA: 'AUS',
  KOS: 'XKX', // no ISO code; the user-assigned one that the World Bank and the IMF use
  PGA: null, // Spratly Islands: several claims
  PSX: 'PSE',
  SAH: 'ESH',
  SCR: null, // Scarborough Reef: several claims
  SDS: 'SSD',
  USG: 'CUB',
  WSB: 'GBR', // United Kingdom sovereign base on Cyprus
}

/** Places with an ISO and M49 code of their own that Natural Earth keeps inside another country: [iso3, unit, west, south, east, north]. */
export const ownPlaces: readonly (readonly [string, string, number, number, number, number])[] = [
  ['GUF', 'FRA', -55, 2, -51, 6],
  ['GLP', 'FRA', -62, 15.7, -60.9, 16.6],
  ['MTQ', 'FRA', -61.4, 14.3, -60.7, 15],
  ['REU', 'FRA', 55, -21.6, 56, -20.7],
  ['MYT', 'FRA', 44.9, -13.2, 45.4, -12.5],
  ['BES', 'NLD', -69, 11.9, -67.9, 12.5],
  ['BES', 'NLD', -63.5, 17.3, -62.8, 17.8],
  ['SJM', 'NOR', 9, 73, 36, 82],
  ['SJM', 'NOR', -10, 70, -7, 72],
  ['BVT', 'NOR', 2, -56, 5, -53],
  ['CXR', 'IOA', 105, -11, 106.5, -10],
  ['CCK', 'IOA', 96, -13, 97.5, -11],
  ['TKL', 'NZL', -173, -10, -171, -8],
]

/** Names outside the four regions where Natural Earth's are not the usual neutral ones (inside: `region-countries.csv`). */
export const namesElsewhere: readonly (readonly [string, string, string])[] = [
  ['ALA', 'Åland Islands', '奥兰群岛'],
  ['BVT', 'Bouvet Island', '布韦岛'],
  ['CCK', 'Cocos (Keeling) Islands', '科科斯(基林)群岛'],
  ['CHN', 'China', '中国'],
  ['CXR', 'Christmas Island', '圣诞岛'],
  ['CZE', 'Czechia', '捷克'],
  ['FSM', 'Micronesia (Federated States of)', '密克罗尼西亚联邦'],
  ['HKG', 'Hong Kong, China', '中国香港'],
  ['KOR', 'Republic of Korea', '韩国'],
  ['MAC', 'Macao, China', '中国澳门'],
  ['PRK', "Democratic People's Republic of Korea", '朝鲜'],
  ['PSE', 'State of Palestine', '巴勒斯坦国'],
  ['RUS', 'Russian Federation', '俄罗斯'],
  ['SGS', 'South Georgia and the South Sandwich Islands', '南乔治亚岛和南桑威奇群岛'],
  ['SJM', 'Svalbard and Jan Mayen', '斯瓦尔巴群岛和扬马延岛'],
  ['TKL', 'Tokelau', '托克劳'],
  ['TUR', 'Türkiye', '土耳其'],
  ['TWN', 'Taiwan, Province of China', '中国台湾'],
  ['VAT', 'Holy See', '梵蒂冈'],
  ['XKX', 'Kosovo', '科索沃'],
]
