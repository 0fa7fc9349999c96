import * as guideline from '#data/vocabularies/guideline.ts'
import * as heritage from '#data/vocabularies/heritage.ts'
import * as incidents from '#data/vocabularies/incidents.ts'
import * as mines from '#data/vocabularies/mines.ts'
import * as programme from '#data/vocabularies/programme.ts'
import * as protectedAreas from '#data/vocabularies/protected-areas.ts'
import * as quality from '#data/vocabularies/quality.ts'
import * as resultMatrix from '#data/vocabularies/result-matrix.ts'
import * as totals from '#data/vocabularies/totals.ts'

/** Every vocabulary by id. Fields, parameters and indicator classes name one of these. */
export const vocabularies = {
  area_status: protectedAreas.areaStatus,
  area_tier: protectedAreas.areaTier,
  asset_type: mines.assetType,
  clause_kind: guideline.clauseKind,
  commodity: mines.commodity,
  counting_rule: totals.countingRule,
  designation_type: protectedAreas.designationType,
  dimension_value: resultMatrix.dimensionValue,
  finding_rule: quality.findingRule,
  geo_precision: incidents.geoPrecision,
  grey_reason: resultMatrix.greyReason,
  guideline_issue: programme.guidelineIssue,
  guideline_version: guideline.guidelineVersion,
  heritage_nearness: heritage.heritageNearness,
  incident_group: incidents.incidentGroup,
  incident_link: incidents.incidentLink,
  incident_type: incidents.incidentType,
  indicator_measure: resultMatrix.indicatorMeasure,
  international_criterion: protectedAreas.internationalCriterion,
  iucn_category: protectedAreas.iucnCategory,
  link_basis: incidents.linkBasis,
  location_accuracy: mines.locationAccuracy,
  matrix_number: resultMatrix.matrixNumber,
  mine_dataset: mines.mineDataset,
  mine_status: mines.mineStatus,
  operation_type: mines.operationType,
  output_score: resultMatrix.outputScore,
  ownership_class: mines.ownershipClass,
  pilot_stage: programme.pilotStage,
  place_level: programme.placeLevel,
  rag: resultMatrix.rag,
  realm: protectedAreas.realm,
  region: programme.region,
  result_dimension: resultMatrix.resultDimension,
  result_type: resultMatrix.resultType,
  result_unit: resultMatrix.resultUnit,
  ring: mines.ring,
  risk_rating: resultMatrix.riskRating,
  sensitivity: incidents.sensitivity,
  severity: incidents.severity,
  time_precision: incidents.timePrecision,
  total_measure: totals.totalMeasure,
  trend: resultMatrix.trend,
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
