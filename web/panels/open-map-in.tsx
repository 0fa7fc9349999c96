import { Suspense, useState } from 'react'
import { datasets } from '#data/catalog.ts'
import { areasNearMines } from '#data/overlays/areas-near-mines.ts'
import { communitiesNearMines } from '#data/overlays/communities-near-mines.ts'
import { incidentsNearMines } from '#data/overlays/incidents-near-mines.ts'
import { mineExposure } from '#data/overlays/mine-exposure.ts'
import type { ParameterId } from '#data/parameters.ts'
import { later } from '#web/later.ts'
import { useFilter, useView } from '#web/state/use-view.ts'
import { type DrawnDataset, drawnDatasets, pickFilter } from '#web/state/view.ts'
import { useSpeech } from '#web/text/text.ts'
import { Button } from '#web/ui/button.tsx'

const OpenInDialog = later(async () => (await import('#web/panels/open-in-dialog.tsx')).OpenInDialog)

interface Drawn {
  readonly id: string
  readonly parameters: readonly ParameterId[]
}

/** What stands behind each layer of the map: the overlay that its filter and ring are questions to. */
const behind: Readonly<Record<DrawnDataset, Drawn>> = {
  pilot_mines: mineExposure,
  mines: mineExposure,
  host_communities: communitiesNearMines,
  protected_areas: areasNearMines,
  incident_reports: incidentsNearMines,
}

/** The layers that the map shows, in other programs: each with the filter and the ring of the page. */
export function OpenMapIn() {
  const { t, say } = useSpeech()
  const [view] = useView()
  const filter = useFilter()
  const [isOpen, setOpen] = useState(false)
  const choices = drawnDatasets
    .filter((id) => !view.hide.includes(id))
    .map((id) => {
      const { id: collection, parameters } = behind[id]
      const mines = id === 'pilot_mines' || id === 'mines' ? { mine_dataset: id } : {}
      return {
        id,
        name: say(datasets[id].title),
        rows: { collection, filter: { ...pickFilter(filter, parameters), ...mines } },
      }
    })
  return (
    <div className="map-open">
      <Button icon="link" onPress={() => setOpen(true)} isDisabled={choices.length === 0} aria-label={t('open_in.map')}>
        {t('open_in.button')}
      </Button>
      <Suspense fallback={null}>
        {isOpen ? <OpenInDialog choices={choices} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </div>
  )
}
