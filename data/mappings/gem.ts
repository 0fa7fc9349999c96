import { term } from '#data/vocabularies/vocabulary.ts'

/** What the trackers of Global Energy Monitor have in common. */
export const gemSource = {
  publisher: term('Global Energy Monitor', '全球能源监测（GEM）'),
  licence: 'CC-BY-4.0',
  licence_url: 'https://creativecommons.org/licenses/by/4.0/',
  url: 'https://globalenergymonitor.org/',
}
