import * as incidents from '#data/vocabularies/incidents.ts'
import * as mines from '#data/vocabularies/mines.ts'
import * as programme from '#data/vocabularies/programme.ts'
import * as protectedAreas from '#data/vocabularies/protected-areas.ts'

/** Every vocabulary by id. Fields, parameters and indicator classes name one of these. */
export const vocabularies = {
  area_status: protectedAreas.areaStatus,
  area_tier: protectedAreas.areaTier,
  asset_type: mines.assetType,
  commodity: mines.commodity,
  designation_type: protectedAreas.designationType,
  geo_precision: incidents.geoPrecision,
  guideline_issue: programme.guidelineIssue,
  incident_group: incidents.incidentGroup,
  incident_link: incidents.incidentLink,
  incident_type: incidents.incidentType,
  international_criterion: protectedAreas.internationalCriterion,
  iucn_category: protectedAreas.iucnCategory,
  link_basis: incidents.linkBasis,
  location_accuracy: mines.locationAccuracy,
  mine_dataset: mines.mineDataset,
  mine_status: mines.mineStatus,
  operation_type: mines.operationType,
  ownership_class: mines.ownershipClass,
  pilot_stage: programme.pilotStage,
  place_level: programme.placeLevel,
  realm: protectedAreas.realm,
  region: programme.region,
  ring: mines.ring,
  sensitivity: incidents.sensitivity,
  severity: incidents.severity,
  time_precision: incidents.timePrecision,
  verification: incidents.verification,
  verified: programme.verified,
} as const

export type VocabularyId = keyof typeof vocabularies
/** The codes of one vocabulary, e.g. `CodeOf<'region'>` = 'AFR' | 'LAC' | 'SEA' | 'CAS'. */
export type CodeOf<Id extends VocabularyId> = keyof (typeof vocabularies)[Id]['terms'] & string

/** The codes of a vocabulary in their declared order. */
export function codesOf<Id extends VocabularyId>(id: Id): CodeOf<Id>[] {
  return Object.keys(vocabularies[id].terms) as CodeOf<Id>[]
}
