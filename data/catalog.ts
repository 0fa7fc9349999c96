import { hostCommunities } from '#data/datasets/host-communities.ts'
import { incidentReports } from '#data/datasets/incident-reports.ts'
import { mines } from '#data/datasets/mines.ts'
import { pilotMines } from '#data/datasets/pilot-mines.ts'
import { admin1, countries, regionCountries, regions } from '#data/datasets/places.ts'
import { mineFootprints, programme } from '#data/datasets/programme.ts'
import { protectedAreas } from '#data/datasets/protected-areas.ts'
import type { RowOf } from '#data/field.ts'
import { peopleNearMines } from '#data/indicators/ci-01.ts'
import { communityConflictRate } from '#data/indicators/ci-04.ts'
import { communitiesNearSeveralMines } from '#data/indicators/ci-05.ts'
import { minesWithPreciseLocation } from '#data/indicators/dq-01.ts'
import { incidentsWithGoodEvidence } from '#data/indicators/dq-02.ts'
import { minesInsideProtectedAreas } from '#data/indicators/en-01.ts'
import { minesNearProtectedAreas } from '#data/indicators/en-03.ts'
import { protectedLandNearMines } from '#data/indicators/en-05.ts'
import { environmentalIncidents } from '#data/indicators/en-06.ts'
import { violentEvents } from '#data/indicators/hr-01.ts'
import { pilotsByStage } from '#data/indicators/pc-01.ts'
import { issueCoverage } from '#data/indicators/pc-03.ts'
import { allMines } from '#data/overlays/all-mines.ts'
import { areasNearMines } from '#data/overlays/areas-near-mines.ts'
import { communitiesNearMines } from '#data/overlays/communities-near-mines.ts'
import { communityPlaces } from '#data/overlays/community-places.ts'
import { findings } from '#data/overlays/findings.ts'
import { incidentPlaces } from '#data/overlays/incident-places.ts'
import { incidentsNearMines } from '#data/overlays/incidents-near-mines.ts'
import { mineAreaPairs } from '#data/overlays/mine-area-pairs.ts'
import { mineCommunityPairs } from '#data/overlays/mine-community-pairs.ts'
import { mineExposure } from '#data/overlays/mine-exposure.ts'
import { mineIncidentPairs } from '#data/overlays/mine-incident-pairs.ts'
import { minePlaces } from '#data/overlays/mine-places.ts'
import { mineRings } from '#data/overlays/mine-rings.ts'
import { mineTiers } from '#data/overlays/mine-tiers.ts'
import { placeTotals } from '#data/overlays/place-totals.ts'
import { protectedLand } from '#data/overlays/protected-land.ts'
import { proximity } from '#data/overlays/proximity.ts'
import { publicIncidents } from '#data/overlays/public-incidents.ts'
import { quarantine } from '#data/overlays/quarantine.ts'
import { rateIncidents } from '#data/overlays/rate-incidents.ts'
import { reportingPeriod } from '#data/overlays/reporting-period.ts'
import { ringProtectedLand } from '#data/overlays/ring-protected-land.ts'
import { selectedIncidents } from '#data/overlays/selected-incidents.ts'
import { selectedMines } from '#data/overlays/selected-mines.ts'
import { snapshotFacts } from '#data/overlays/snapshot-facts.ts'

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
} as const

export const overlays = {
  all_mines: allMines,
  proximity,
  mine_rings: mineRings,
  protected_land: protectedLand,
  ring_protected_land: ringProtectedLand,
  findings,
  quarantine,
  snapshot_facts: snapshotFacts,
  reporting_period: reportingPeriod,
  selected_mines: selectedMines,
  mine_places: minePlaces,
  public_incidents: publicIncidents,
  selected_incidents: selectedIncidents,
  rate_incidents: rateIncidents,
  place_totals: placeTotals,
  incident_places: incidentPlaces,
  community_places: communityPlaces,
  mine_tiers: mineTiers,
  mine_exposure: mineExposure,
  communities_near_mines: communitiesNearMines,
  areas_near_mines: areasNearMines,
  incidents_near_mines: incidentsNearMines,
  mine_area_pairs: mineAreaPairs,
  mine_community_pairs: mineCommunityPairs,
  mine_incident_pairs: mineIncidentPairs,
} as const

export const indicators = {
  'EN-01': minesInsideProtectedAreas,
  'EN-03': minesNearProtectedAreas,
  'EN-05': protectedLandNearMines,
  'EN-06': environmentalIncidents,
  'CI-01': peopleNearMines,
  'CI-04': communityConflictRate,
  'CI-05': communitiesNearSeveralMines,
  'HR-01': violentEvents,
  'PC-01': pilotsByStage,
  'PC-03': issueCoverage,
  'DQ-01': minesWithPreciseLocation,
  'DQ-02': incidentsWithGoodEvidence,
} as const

export type DatasetId = keyof typeof datasets
export type PropertiesOf<Id extends DatasetId> = RowOf<(typeof datasets)[Id]['fields']>
export type OverlayId = keyof typeof overlays
export type IndicatorId = keyof typeof indicators
export type CollectionId = DatasetId | OverlayId
