import { term, type Vocabulary } from '#data/vocabularies/vocabulary.ts'

export const heritageNearness = {
  title: term('Inside or near World Heritage', '位于或邻近世界遗产地'),
  terms: {
    inside: term('Inside a World Heritage site', '位于世界遗产地内'),
    near: term('Near a World Heritage site, not inside', '邻近但不在世界遗产地内'),
  },
} as const satisfies Vocabulary
