import { defineMapping, from } from '#data/mappings/define.ts'
import { gemSource } from '#data/mappings/gem.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** Coal mine boundaries of the Global Coal Mine Tracker; several outlines of one mine become one footprint. */
export const gemBoundaries = defineMapping({
  id: 'gem-coal-boundaries',
  dataset: 'mine_footprints',
  title: term('Coal mine boundaries (GCMT)', '煤矿边界（GCMT）'),
  recognise: [['GEM Mine ID'], ['mine feature category'], ['coordinates precision'], ['mine feature subcategory']],
  fields: {
    mine_id: from('GEM Mine ID'),
    area_type: from('mine feature subcategory'),
    image_year: { from: ['data source date'], as: 'year' },
    source: from('build_version', 'description'),
  },
  exclude: [
    {
      column: 'mine feature category',
      isNoneOf: ['mine boundary'],
      reason: 'a source of methane and not the boundary of a mine',
    },
  ],
  isMultipart: true,
  mends: [],
  source: { ...gemSource, attribution: 'Coal Mine Boundaries and Methane Sources, Global Energy Monitor' },
  release: { isRequired: false },
  redistribution: 'open',
  terms: term(
    'May be passed on with the name of Global Energy Monitor and the release.',
    '注明全球能源监测及版本即可再分发。',
  ),
})
