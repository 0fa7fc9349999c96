import { term, type Vocabulary } from '#data/vocabularies/vocabulary.ts'

export const guidelineIssue = {
  title: term('Guideline issue', '指南议题'),
  terms: {
    OG: term('Organizational governance', '组织治理'),
    FO: term('Fair operating practices', '公平运营实践'),
    VC: term('Value chain management', '价值链管理'),
    HR: term('Human rights', '人权'),
    LP: term('Labour practices', '劳工实践'),
    OHS: term('Occupational health and safety', '职业健康与安全'),
    EN: term('Environment', '环境'),
    CI: term('Community involvement', '社区参与'),
  },
} as const satisfies Vocabulary

export const region = {
  title: term('Region', '区域'),
  terms: {
    AFR: term('Africa', '非洲'),
    LAC: term('Latin America', '拉丁美洲'),
    SEA: term('Southeast Asia', '东南亚'),
    CAS: term('Central Asia', '中亚'),
  },
} as const satisfies Vocabulary

export const pilotStage = {
  title: term('Pilot stage', '试点阶段'),
  terms: {
    CANDIDATE: term('Candidate', '候选'),
    AGREED: term('Agreed', '已签约'),
    ASSESSMENT: term('Assessment', '评估中'),
    IMPLEMENTATION: term('Implementation', '实施中'),
    COMPLETED: term('Completed', '已完成'),
    WITHDRAWN: term('Withdrawn', '已退出'),
  },
} as const satisfies Vocabulary

export const placeLevel = {
  title: term('Level', '层级'),
  terms: { region: term('Region', '区域'), country: term('Country', '国家'), mine: term('Mine', '矿山') },
} as const satisfies Vocabulary

export const verified = {
  title: term('Checked against a source', '是否查证'),
  terms: {
    yes: term('A source that was read states the main fact', '主要事实有已查阅来源'),
    no: term('General knowledge only', '仅为一般性知识'),
  },
} as const satisfies Vocabulary
