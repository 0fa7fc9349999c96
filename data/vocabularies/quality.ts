import { term, type Vocabulary } from '#data/vocabularies/vocabulary.ts'

/** What prepare does to a record that it accepts, by the name of the rule: first the mends, then the flags. */
export const findingRule = {
  title: term('Rule of a finding', '检查规则'),
  terms: {
    accuracy_from_geo_precision: term('Accuracy read from the geographic precision', '由地理精度得出位置精度'),
    area_counted_by_wdpa_rule: term('Counted as protected land by the rules for WDPA', '按WDPA规则计入保护地面积'),
    breakdown_is_whole: term('Breakdown made whole', '补全分项'),
    country_by_location: term('Country taken from the location', '按位置确定国家'),
    generalised_place: term('Place made coarser, as its sensitivity asks', '按敏感性模糊位置'),
    icmm_accuracy: term('Accuracy from ICMM’s confidence', '由ICMM可信度得出精度'),
    icmm_asset_type: term('Asset type from ICMM’s words', '由ICMM用词得出资产类型'),
    icmm_commodities: term('Commodity codes from ICMM’s words', '由ICMM用词得出矿种代码'),
    icmm_unstated: term('ICMM’s blanks read as not stated', 'ICMM空白视为未说明'),
    mojibake: term('Damaged characters repaired', '修复乱码'),
    override_needs_reason: term('Override without a reason left out', '去掉无理由的人工评级'),
    period_ends_last: term('Period ends after it begins', '时段先始后终'),
    population_zero_is_unknown: term('Population 0 read as unknown', '人口0视为未知'),
    region_of_country: term('Region taken from the country', '按国家确定区域'),
    sensitivity_public_if_unstated: term('Public, as nothing else is stated', '未注明者视为公开'),
    status_year_zero_is_unknown: term('Year 0 read as unknown', '年份0视为未知'),
    swapped_coordinates: term('Swapped coordinates turned back', '纠正颠倒的坐标'),
    trim: term('Spaces at the ends taken away', '去除首尾空格'),
    unicode_minus: term('Typographic minus read as a minus', '排版减号改为负号'),
    geometry_made_valid: term('Outline made valid', '修正无效轮廓'),
    country_unknown: term('The country has no outline', '该国家无边界数据'),
    mine_unknown: term('Names a mine that is not there', '所指矿山不存在'),
    outside_stated_country: term('Lies outside its stated country', '位于所述国家之外'),
    region_differs: term('Region differs from its country’s', '区域与国家不符'),
    stated_country_differs: term('The source names another country', '来源所述国家不同'),
  },
} as const satisfies Vocabulary
