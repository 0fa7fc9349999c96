import { defineDataset } from '#data/define.ts'
import { code, codeList, required, text } from '#data/field.ts'
import { compiledFacts } from '#data/sources.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const guidelineClauses = defineDataset({
  id: 'guideline_clauses',
  title: term('Guideline clauses', '指南条款'),
  description: term(
    'The eight issues of the Guidelines for Social Responsibility in Outbound Mining Investments and the groups of clauses that a map can say something about, in our own words. Rows that are not checked come from memory.',
    '《中国对外矿业投资行业社会责任指引》的八项议题，以及地图可加以说明的条款组，文字为本图集自行概述。未查证的条目依据一般性知识。',
  ),
  source: compiledFacts('guideline-clauses.csv'),
  geometry: 'none',
  key: 'clause_id',
  name: { en: 'heading_en', zh: 'heading_zh' },
  fields: {
    clause_id: required(text(term('Entry id', '条目编号'))),
    clause: text(term('Clause', '条款号')),
    kind: required(code(term('Kind', '类型'), 'clause_kind')),
    issues: codeList(term('Guideline issues', '指南议题'), 'guideline_issue'),
    version: required(code(term('Edition', '版本'), 'guideline_version')),
    heading_en: required(text(term('Heading', '标题'))),
    heading_zh: required(text(term('Heading (Chinese)', '标题（中文）'))),
    text_en: text(term('What it asks for', '内容概述')),
    text_zh: text(term('What it asks for (Chinese)', '内容概述（中文）')),
    map_shows_en: text(term('What a map can show', '地图可说明的内容')),
    map_shows_zh: text(term('What a map can show (Chinese)', '地图可说明的内容（中文）')),
    map_hides_en: text(term('What a map can’t say', '地图无法说明的内容')),
    map_hides_zh: text(term('What a map can’t say (Chinese)', '地图无法说明的内容（中文）')),
    verified: required(code(term('Checked', '是否查证'), 'verified')),
    source: required(text(term('Source', '来源'))),
  },
  table: ['clause', 'heading_en', 'issues', 'version', 'text_en', 'verified'],
})
