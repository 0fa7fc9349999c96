import type { Source } from '#data/define.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** The three fact tables compiled for this atlas from public pages; each row names its own source. */
export const compiledFacts = (file: string): Source => ({
  file,
  publisher: term('SMAP Atlas, compiled from public pages', 'SMAP Atlas据公开资料整理'),
  licence: 'CC-BY-4.0',
  licence_url: 'https://creativecommons.org/licenses/by/4.0/',
  attribution: 'SMAP Atlas fact tables; each row names its source',
  url: 'https://emm-network.org/case_study/sustainable-mining-in-china/',
  date: '2026-11-24',
})

export const naturalEarth = (file: string): Source => ({
  file,
  publisher: term('Natural Earth', 'Natural Earth'),
  licence: 'Public domain',
  licence_url: 'https://www.naturalearthdata.com/about/terms-of-use/',
  attribution: 'Made with Natural Earth',
  url: 'https://www.naturalearthdata.com/',
  date: '2022-05-09',
})

/** Tables of the programme that ship as a proposal; the Project Management Unit's own files take their place. */
export const programmeData = (file: string): Source => ({
  ...compiledFacts(file),
  publisher: term('SMAP Atlas', 'SMAP Atlas'),
  attribution: 'SMAP Atlas, proposed Result Matrix; sourced numbers name their source',
})
