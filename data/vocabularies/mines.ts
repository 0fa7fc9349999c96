import { term, type Vocabulary } from '#data/vocabularies/vocabulary.ts'

export const mineDataset = {
  title: term('Mines shown', '显示的矿山'),
  terms: {
    pilot_mines: term('Pilot mines', '试点矿山'),
    mines: term('Other mines', '其他矿山'),
  },
} as const satisfies Vocabulary

export const mineStatus = {
  title: term('Mine status', '矿山状态'),
  terms: {
    PROPOSED: term('Proposed', '拟建'),
    CONSTRUCTION: term('Construction', '在建'),
    OPERATING: term('Operating', '运营'),
    MOTHBALLED: term('Care and maintenance', '停产维护'),
    SHELVED: term('Shelved', '搁置'),
    RETIRED: term('Retired', '关闭'),
    CANCELLED: term('Cancelled', '取消'),
    UNKNOWN: term('Unknown', '未知'),
  },
} as const satisfies Vocabulary

export const locationAccuracy = {
  title: term('Location accuracy', '位置精度'),
  terms: {
    COORDINATES: term('Coordinates', '坐标'),
    EXACT_LOCATION: term('Exact location', '准确位置'),
    APPROXIMATE_LOCATION: term('Approximate location', '大致位置'),
    ADMINISTRATIVE_REGION: term('Administrative region', '行政区级'),
    COUNTRY: term('Country', '国家级'),
  },
} as const satisfies Vocabulary

export const ownershipClass = {
  title: term('Ownership class', '所有权类别'),
  terms: {
    CENTRAL_SOE: term('Central state-owned enterprise', '中央国有企业'),
    LOCAL_SOE: term('Local state-owned enterprise', '地方国有企业'),
    LISTED: term('Listed company', '上市公司'),
    PRIVATE: term('Private company', '民营企业'),
    JV_HOST_STATE: term('Joint venture with the host state', '与东道国合资'),
    JV_FOREIGN: term('Joint venture with a foreign company', '与外资合资'),
    FOREIGN: term('Foreign company', '外资'),
    UNKNOWN: term('Unknown', '未知'),
  },
} as const satisfies Vocabulary

export const assetType = {
  title: term('Asset type', '资产类型'),
  terms: {
    Mine: term('Mine', '矿山'),
    Plant: term('Plant', '选矿厂'),
    Smelter: term('Smelter', '冶炼厂'),
    Refinery: term('Refinery', '精炼厂'),
    Steelworks: term('Steelworks', '钢铁厂'),
    Deposit: term('Deposit', '矿床'),
    Exploration: term('Exploration', '勘探'),
    Other: term('Other', '其他'),
  },
} as const satisfies Vocabulary

export const operationType = {
  title: term('Operation type', '开采方式'),
  terms: {
    'open pit': term('Open pit', '露天'),
    underground: term('Underground', '地下'),
    both: term('Open pit and underground', '露天与地下'),
    other: term('Other', '其他'),
  },
} as const satisfies Vocabulary

export const commodity = {
  title: term('Commodity', '矿种'),
  terms: {
    CU: term('Copper', '铜'),
    CO: term('Cobalt', '钴'),
    FE: term('Iron ore', '铁矿石'),
    AU: term('Gold', '金'),
    NI: term('Nickel', '镍'),
    LI: term('Lithium', '锂'),
    BX: term('Bauxite', '铝土矿'),
    MN: term('Manganese', '锰'),
    ZN: term('Zinc', '锌'),
    PB: term('Lead', '铅'),
    SN: term('Tin', '锡'),
    W: term('Tungsten', '钨'),
    TA: term('Tantalum-niobium', '钽铌'),
    MO: term('Molybdenum', '钼'),
    SB: term('Antimony', '锑'),
    U: term('Uranium', '铀'),
    REE: term('Rare earths', '稀土'),
    CR: term('Chromite', '铬铁矿'),
    PGM: term('Platinum group', '铂族'),
    COAL: term('Coal', '煤'),
    K: term('Potash', '钾盐'),
    PHOS: term('Phosphate', '磷矿'),
    DIA: term('Diamonds', '金刚石'),
    OTH: term('Other', '其他'),
  },
} as const satisfies Vocabulary

export const ring = {
  title: term('Ring', '距离圈'),
  terms: {
    '1': term('Within 1 km', '1公里以内'),
    '5': term('Within 5 km', '5公里以内'),
    '10': term('Within 10 km', '10公里以内'),
    '20': term('Within 20 km', '20公里以内'),
    '50': term('Within 50 km', '50公里以内'),
  },
} as const satisfies Vocabulary
