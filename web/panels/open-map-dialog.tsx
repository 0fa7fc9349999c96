import { datasets } from '#data/catalog.ts'
import type { Text } from '#data/define.ts'
import { areasNearMines } from '#data/overlays/areas-near-mines.ts'
import { communitiesNearMines } from '#data/overlays/communities-near-mines.ts'
import { incidentsNearMines } from '#data/overlays/incidents-near-mines.ts'
import { mineAreaPairs } from '#data/overlays/mine-area-pairs.ts'
import { mineCommunityPairs } from '#data/overlays/mine-community-pairs.ts'
import { mineExposure } from '#data/overlays/mine-exposure.ts'
import { mineIncidentPairs } from '#data/overlays/mine-incident-pairs.ts'
import type { ParameterId } from '#data/parameters.ts'
import { type OpenChoice, OpenInDialog } from '#web/panels/open-in-dialog.tsx'
import { useFilter, useView } from '#web/state/use-view.ts'
import { type DrawnDataset, drawnDatasets, type Filter, pickFilter } from '#web/state/view.ts'
import { useSpeech } from '#web/text/text.ts'

interface Asked {
  readonly id: string
  readonly title: Text
  readonly parameters: readonly ParameterId[]
}

/** What stands behind each layer of the map: the overlay that its filter and ring are questions to. */
const behind: Readonly<Record<DrawnDataset, Asked>> = {
  pilot_mines: mineExposure,
  mines: mineExposure,
  host_communities: communitiesNearMines,
  protected_areas: areasNearMines,
  incident_reports: incidentsNearMines,
}
/** The joins that all counts are made of: a row for each mine and each feature in its ring. */
const joins: readonly Asked[] = [mineAreaPairs, mineCommunityPairs, mineIncidentPairs]

function rowsOf({ id, parameters }: Asked, filter: Filter, mine_dataset: string): OpenChoice['rows'] {
  const mines = parameters.includes('mine_dataset') ? { mine_dataset } : {}
  return { collection: id, filter: { ...pickFilter(filter, parameters), ...mines } }
}

/** The layers that the map shows, and the joins behind them, in other programs or as files: with the filter and the ring of the page. */
export function OpenMapDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useSpeech()
  const [view] = useView()
  const filter = useFilter()
  const layers = drawnDatasets
    .filter((id) => !view.hide.includes(id))
    .map((id): OpenChoice => {
      const mines = id === 'mines' || id === 'pilot_mines' ? id : view.mine_dataset
      return { id, name: say(datasets[id].title), rows: rowsOf(behind[id], filter, mines) }
    })
  const pairs = joins.map(
    (join): OpenChoice => ({ id: join.id, name: say(join.title), rows: rowsOf(join, filter, view.mine_dataset) }),
  )
  return <OpenInDialog choices={[...layers, ...pairs]} onClose={onClose} />
}
