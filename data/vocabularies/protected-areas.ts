import { term, type Vocabulary } from '#data/vocabularies/vocabulary.ts'

export const areaTier = {
  title: term('Proximity tier', '邻近等级'),
  terms: {
    T0: term('Inside a World Heritage site', '位于世界遗产地内'),
    T1: term('Inside a protected area, IUCN Ia to IV', '位于保护区内（IUCN Ia–IV类）'),
    T2: term('Inside another protected area', '位于其他保护区内'),
    T3: term('Near a World Heritage site or IUCN Ia to IV area', '邻近世界遗产地或IUCN Ia–IV类保护区'),
    T4: term('Near another protected area', '邻近其他保护区'),
    T5: term('Within 50 km of a protected area', '距保护区50公里以内'),
    T6: term('Beyond 50 km', '距保护区50公里以外'),
    TU: term('Location too coarse', '位置过于粗略'),
  },
} as const satisfies Vocabulary

export const iucnCategory = {
  title: term('IUCN category', 'IUCN类别'),
  terms: {
    Ia: term('Ia Strict nature reserve', 'Ia 严格自然保护区'),
    Ib: term('Ib Wilderness area', 'Ib 荒野保护区'),
    II: term('II National park', 'II 国家公园'),
    III: term('III Natural monument', 'III 自然文化遗迹'),
    IV: term('IV Habitat or species management area', 'IV 栖息地/物种管理区'),
    V: term('V Protected landscape', 'V 陆地/海洋景观保护区'),
    VI: term('VI Sustainable use area', 'VI 自然资源可持续利用保护区'),
    'Not Reported': term('Not reported', '未报告'),
    'Not Applicable': term('Not applicable', '不适用'),
    'Not Assigned': term('Not assigned', '未指定'),
  },
} as const satisfies Vocabulary

export const designationType = {
  title: term('Designation type', '指定类型'),
  terms: {
    National: term('National', '国家级'),
    Regional: term('Regional', '区域级'),
    International: term('International', '国际级'),
    'Not Applicable': term('Not applicable', '不适用'),
  },
} as const satisfies Vocabulary

export const realm = {
  title: term('Realm', '所属领域'),
  terms: {
    Terrestrial: term('Terrestrial', '陆地'),
    Coastal: term('Coastal', '沿海'),
    Marine: term('Marine', '海洋'),
  },
} as const satisfies Vocabulary

export const areaStatus = {
  title: term('Protected area status', '保护区状态'),
  terms: {
    Designated: term('Designated', '已指定'),
    Inscribed: term('Inscribed', '已列入'),
    Established: term('Established', '已建立'),
    Adopted: term('Adopted', '已通过'),
    Proposed: term('Proposed', '拟建'),
    'Not Reported': term('Not reported', '未报告'),
  },
} as const satisfies Vocabulary

export const internationalCriterion = {
  title: term('International recognition', '国际认定'),
  terms: {
    'World Heritage (natural)': term('World Heritage (natural)', '世界自然遗产'),
    'World Heritage (cultural)': term('World Heritage (cultural)', '世界文化遗产'),
    'World Heritage (mixed)': term('World Heritage (mixed)', '世界文化与自然双重遗产'),
    Ramsar: term('Ramsar wetland', '拉姆萨尔湿地'),
    Biosphere: term('Biosphere reserve', '生物圈保护区'),
  },
} as const satisfies Vocabulary
