import { term, type Vocabulary } from '#data/vocabularies/vocabulary.ts'

/** What is added up over places. */
export const totalMeasure = {
  title: term('What is added up', '合计对象'),
  terms: {
    mines: term('Mines', '矿山'),
    located_mines: term('Located mines', '已定位矿山'),
    communities: term('Host communities', '当地社区'),
    people: term('People in host communities', '当地社区人口'),
    areas: term('Protected areas', '保护区'),
    incidents: term('Incident reports', '事件报告'),
  },
} as const satisfies Vocabulary

/** For which place a thing counts. */
export const countingRule = {
  title: term('Where it counts', '计入何处'),
  terms: {
    own: term('Where it lies', '所在地'),
    touching: term('Touching: where a mine near it lies', '邻近口径：邻近矿山所在地'),
    hosted: term('Hosted: where it lies itself', '所在口径：自身所在地'),
  },
} as const satisfies Vocabulary
