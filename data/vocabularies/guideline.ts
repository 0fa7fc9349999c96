import { term, type Vocabulary } from '#data/vocabularies/vocabulary.ts'

export const clauseKind = {
  title: term('Kind of entry', '条目类型'),
  terms: {
    heading: term('Heading', '标题'),
    clause: term('Clause', '条款'),
    family: term('Group of clauses', '条款组'),
    scope: term('Scope', '适用范围'),
  },
} as const satisfies Vocabulary

export const guidelineVersion = {
  title: term('Edition of the Guidelines', '指南版本'),
  terms: {
    '2014': term('First edition, October 2014', '第一版，2014年10月'),
    '2015': term('Second revision', '第二次修订版'),
    unstated: term('The source does not say', '来源未说明'),
  },
} as const satisfies Vocabulary
