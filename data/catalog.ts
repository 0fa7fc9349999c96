import { hostCommunities } from '#data/datasets/host-communities.ts'
import { incidentReports } from '#data/datasets/incident-reports.ts'
import { mines } from '#data/datasets/mines.ts'
import { pilotMines } from '#data/datasets/pilot-mines.ts'
import { admin1, countries, regionCountries, regions } from '#data/datasets/places.ts'
import { mineFootprints, programme } from '#data/datasets/programme.ts'
import { protectedAreas } from '#data/datasets/protected-areas.ts'
import type { RowOf } from '#data/field.ts'
import { minesInsideProtectedAreas } from '#data/indicators/en-01.ts'
import { allMines } from '#data/overlays/all-mines.ts'
import { minePlaces } from '#data/overlays/mine-places.ts'
import { proximity } from '#data/overlays/proximity.ts'
import { reportingPeriod } from '#data/overlays/reporting-period.ts'
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
  snapshot_facts: snapshotFacts,
  reporting_period: reportingPeriod,
  selected_mines: selectedMines,
  mine_places: minePlaces,
} as const

export const indicators = {
  'EN-01': minesInsideProtectedAreas,
} as const

export type DatasetId = keyof typeof datasets
export type PropertiesOf<Id extends DatasetId> = RowOf<(typeof datasets)[Id]['fields']>
export type OverlayId = keyof typeof overlays
export type IndicatorId = keyof typeof indicators
export type CollectionId = DatasetId | OverlayId
