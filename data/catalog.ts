import { cahraAreas } from '#data/datasets/cahra.ts'
import { guidelineClauses } from '#data/datasets/guideline.ts'
import { hostCommunities } from '#data/datasets/host-communities.ts'
import { incidentReports } from '#data/datasets/incident-reports.ts'
import { indicatorPeriods } from '#data/datasets/indicator-periods.ts'
import { mines } from '#data/datasets/mines.ts'
import { pilotMines } from '#data/datasets/pilot-mines.ts'
import { admin1, countries, regionCountries, regions } from '#data/datasets/places.ts'
import { mineFootprints, programme } from '#data/datasets/programme.ts'
import { protectedAreas } from '#data/datasets/protected-areas.ts'
import { ragThresholds, scoreBands } from '#data/datasets/rating.ts'
import { resultIndicators, results } from '#data/datasets/result-matrix.ts'
import { peopleNearMines } from '#data/indicators/ci-01.ts'
import { communitiesWithGrievanceChannel } from '#data/indicators/ci-02.ts'
import { recentlyConsultedCommunities } from '#data/indicators/ci-03.ts'
import { communityConflictRate } from '#data/indicators/ci-04.ts'
import { communitiesNearSeveralMines } from '#data/indicators/ci-05.ts'
import { minesWithPreciseLocation } from '#data/indicators/dq-01.ts'
import { incidentsWithGoodEvidence } from '#data/indicators/dq-02.ts'
import { minesInsideProtectedAreas } from '#data/indicators/en-01.ts'
import { minesInsideWorldHeritage } from '#data/indicators/en-02.ts'
import { minesNearProtectedAreas } from '#data/indicators/en-03.ts'
import { footprintInProtectedLand } from '#data/indicators/en-04.ts'
import { protectedLandNearMines } from '#data/indicators/en-05.ts'
import { environmentalIncidents } from '#data/indicators/en-06.ts'
import { peopleNearHazardousTailings } from '#data/indicators/en-07.ts'
import { pilotsWithPaymentDisclosure } from '#data/indicators/fo-01.ts'
import { violentEvents } from '#data/indicators/hr-01.ts'
import { consentRecordedWhereDue } from '#data/indicators/hr-02.ts'
import { allegedRightsIncidents } from '#data/indicators/hr-03.ts'
import { displacedPeople } from '#data/indicators/hr-04.ts'
import { hostCountryEmployment } from '#data/indicators/lp-01.ts'
import { labourDisputes } from '#data/indicators/lp-02.ts'
import { pilotsWithResponsibilityReport } from '#data/indicators/og-01.ts'
import { pilotsWithSelfAssessment } from '#data/indicators/og-02.ts'
import { reportedDeaths } from '#data/indicators/ohs-01.ts'
import { pilotsByStage } from '#data/indicators/pc-01.ts'
import { pilotCoverageOfTarget } from '#data/indicators/pc-02.ts'
import { issueCoverage } from '#data/indicators/pc-03.ts'
import { countryCoverage } from '#data/indicators/pc-04.ts'
import { minesInListedCountries } from '#data/indicators/vc-01.ts'
import { dueDiligenceDepth } from '#data/indicators/vc-02.ts'
import { allMines } from '#data/overlays/all-mines.ts'
import { areasNearMines } from '#data/overlays/areas-near-mines.ts'
import { communitiesNearMines } from '#data/overlays/communities-near-mines.ts'
import { communityPlaces } from '#data/overlays/community-places.ts'
import { facetCounts } from '#data/overlays/facet-counts.ts'
import { findings } from '#data/overlays/findings.ts'
import { footprintProtectedLand } from '#data/overlays/footprint-protected-land.ts'
import { impactPeriods } from '#data/overlays/impact-periods.ts'
import { incidentPlaces } from '#data/overlays/incident-places.ts'
import { incidentsAtPlace } from '#data/overlays/incidents-at-place.ts'
import { incidentsNearMines } from '#data/overlays/incidents-near-mines.ts'
import { layerCounts } from '#data/overlays/layer-counts.ts'
import { linkedAtPlace } from '#data/overlays/linked-at-place.ts'
import { linkedIncidents } from '#data/overlays/linked-incidents.ts'
import { linkedMineYears } from '#data/overlays/linked-mine-years.ts'
import { matrixRows } from '#data/overlays/matrix-rows.ts'
import { mineAreaPairs } from '#data/overlays/mine-area-pairs.ts'
import { mineCommunityPairs } from '#data/overlays/mine-community-pairs.ts'
import { mineDistanceBins } from '#data/overlays/mine-distance-bins.ts'
import { mineExposure } from '#data/overlays/mine-exposure.ts'
import { mineIncidentPairs } from '#data/overlays/mine-incident-pairs.ts'
import { minePlaces } from '#data/overlays/mine-places.ts'
import { mineRings } from '#data/overlays/mine-rings.ts'
import { mineTiers } from '#data/overlays/mine-tiers.ts'
import { outputScores } from '#data/overlays/output-scores.ts'
import { pairsKept } from '#data/overlays/pairs-kept.ts'
import { pilotCoverage } from '#data/overlays/pilot-coverage.ts'
import { pilotPeriods } from '#data/overlays/pilot-periods.ts'
import { pilotPlaces } from '#data/overlays/pilot-places.ts'
import { pilotSites } from '#data/overlays/pilot-sites.ts'
import { pilotStages } from '#data/overlays/pilot-stages.ts'
import { pilotTargets } from '#data/overlays/pilot-targets.ts'
import { pilotTimeline } from '#data/overlays/pilot-timeline.ts'
import { placeTotals } from '#data/overlays/place-totals.ts'
import { protectedLand } from '#data/overlays/protected-land.ts'
import { proximity } from '#data/overlays/proximity.ts'
import { publicIncidents } from '#data/overlays/public-incidents.ts'
import { publicProximity } from '#data/overlays/public-proximity.ts'
import { quarantine } from '#data/overlays/quarantine.ts'
import { rateIncidents } from '#data/overlays/rate-incidents.ts'
import { regionAreas } from '#data/overlays/region-areas.ts'
import { reportAreas } from '#data/overlays/report-areas.ts'
import { reportCahra } from '#data/overlays/report-cahra.ts'
import { reportCommunities } from '#data/overlays/report-communities.ts'
import { reportIncidents } from '#data/overlays/report-incidents.ts'
import { reportNeighbours } from '#data/overlays/report-neighbours.ts'
import { reportRings } from '#data/overlays/report-rings.ts'
import { reportYears } from '#data/overlays/report-years.ts'
import { reportingPeriod } from '#data/overlays/reporting-period.ts'
import { resultMatrix } from '#data/overlays/result-matrix.ts'
import { ringProtectedLand } from '#data/overlays/ring-protected-land.ts'
import { selectedIncidents } from '#data/overlays/selected-incidents.ts'
import { selectedMines } from '#data/overlays/selected-mines.ts'
import { selectedPairs } from '#data/overlays/selected-pairs.ts'
import { snapshotFacts } from '#data/overlays/snapshot-facts.ts'
import { totalLines } from '#data/overlays/total-lines.ts'
import { whereNext } from '#data/overlays/where-next.ts'

/** The one list. A declaration that is not here does not exist; `test/data/catalog.test.ts` fails if a file is forgotten. */
export const datasets = {
  pilot_mines: pilotMines,
  mines,
  mine_footprints: mineFootprints,
  host_communities: hostCommunities,
  protected_areas: protectedAreas,
  incident_reports: incidentReports,
  regions,
  region_countries: regionCountries,
  countries,
  admin1,
  programme,
  results,
  result_indicators: resultIndicators,
  indicator_periods: indicatorPeriods,
  rag_thresholds: ragThresholds,
  score_bands: scoreBands,
  guideline_clauses: guidelineClauses,
  cahra_areas: cahraAreas,
} as const

export const overlays = {
  all_mines: allMines,
  proximity,
  mine_distance_bins: mineDistanceBins,
  mine_rings: mineRings,
  protected_land: protectedLand,
  ring_protected_land: ringProtectedLand,
  footprint_protected_land: footprintProtectedLand,
  region_areas: regionAreas,
  findings,
  quarantine,
  snapshot_facts: snapshotFacts,
  reporting_period: reportingPeriod,
  pairs_kept: pairsKept,
  selected_mines: selectedMines,
  selected_pairs: selectedPairs,
  mine_places: minePlaces,
  public_incidents: publicIncidents,
  public_proximity: publicProximity,
  selected_incidents: selectedIncidents,
  rate_incidents: rateIncidents,
  linked_incidents: linkedIncidents,
  linked_at_place: linkedAtPlace,
  linked_mine_years: linkedMineYears,
  place_totals: placeTotals,
  incident_places: incidentPlaces,
  incidents_at_place: incidentsAtPlace,
  community_places: communityPlaces,
  mine_tiers: mineTiers,
  mine_exposure: mineExposure,
  communities_near_mines: communitiesNearMines,
  areas_near_mines: areasNearMines,
  incidents_near_mines: incidentsNearMines,
  mine_area_pairs: mineAreaPairs,
  mine_community_pairs: mineCommunityPairs,
  mine_incident_pairs: mineIncidentPairs,
  facet_counts: facetCounts,
  layer_counts: layerCounts,
  report_rings: reportRings,
  report_areas: reportAreas,
  report_communities: reportCommunities,
  report_incidents: reportIncidents,
  report_neighbours: reportNeighbours,
  report_years: reportYears,
  report_cahra: reportCahra,
  pilot_places: pilotPlaces,
  pilot_sites: pilotSites,
  pilot_targets: pilotTargets,
  pilot_coverage: pilotCoverage,
  pilot_stages: pilotStages,
  pilot_timeline: pilotTimeline,
  pilot_periods: pilotPeriods,
  impact_periods: impactPeriods,
  matrix_rows: matrixRows,
  result_matrix: resultMatrix,
  output_scores: outputScores,
  total_lines: totalLines,
  where_next: whereNext,
} as const

export const indicators = {
  'PC-01': pilotsByStage,
  'PC-02': pilotCoverageOfTarget,
  'PC-03': issueCoverage,
  'PC-04': countryCoverage,
  'OG-01': pilotsWithResponsibilityReport,
  'OG-02': pilotsWithSelfAssessment,
  'FO-01': pilotsWithPaymentDisclosure,
  'VC-01': minesInListedCountries,
  'VC-02': dueDiligenceDepth,
  'HR-01': violentEvents,
  'HR-02': consentRecordedWhereDue,
  'HR-03': allegedRightsIncidents,
  'HR-04': displacedPeople,
  'LP-01': hostCountryEmployment,
  'LP-02': labourDisputes,
  'OHS-01': reportedDeaths,
  'EN-01': minesInsideProtectedAreas,
  'EN-02': minesInsideWorldHeritage,
  'EN-03': minesNearProtectedAreas,
  'EN-04': footprintInProtectedLand,
  'EN-05': protectedLandNearMines,
  'EN-06': environmentalIncidents,
  'EN-07': peopleNearHazardousTailings,
  'CI-01': peopleNearMines,
  'CI-02': communitiesWithGrievanceChannel,
  'CI-03': recentlyConsultedCommunities,
  'CI-04': communityConflictRate,
  'CI-05': communitiesNearSeveralMines,
  'DQ-01': minesWithPreciseLocation,
  'DQ-02': incidentsWithGoodEvidence,
} as const

export type DatasetId = keyof typeof datasets
export type OverlayId = keyof typeof overlays
export type IndicatorId = keyof typeof indicators
