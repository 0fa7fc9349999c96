import { Link } from 'wouter'
import { pilotCoverage } from '#data/overlays/pilot-coverage.ts'
import { pilotSites } from '#data/overlays/pilot-sites.ts'
import { pilotStages } from '#data/overlays/pilot-stages.ts'
import type { Coverage } from '#web/api/committee-queries.ts'
import { type CellKey, pilotsIn } from '#web/pages/coverage/coverage-model.ts'
import { IllustrativeBanner } from '#web/panels/illustrative-banner.tsx'
import { RowsDialog } from '#web/panels/rows-dialog.tsx'
import { useView } from '#web/state/use-view.ts'
import { serializeView, widenAll } from '#web/state/view.ts'
import { useSpeech } from '#web/text/text.ts'

interface Props {
  readonly coverage: Coverage
  readonly cell: CellKey
  readonly onClose: () => void
}

const fields = ['mine_name', 'iso3', 'stage', 'issues', 'start_date', 'end_date', 'commod1']

/** The pilots of one cell: as rows, as the statement that counted them, and on the map. */
export function CellDialog({ coverage, cell, onClose }: Props) {
  const { t, nameOf } = useSpeech()
  const { place, issue, stage } = cell
  const part = issue === null ? nameOf('pilot_stage', stage ?? '') : nameOf('guideline_issue', issue)
  return (
    <RowsDialog
      title={part}
      subtitle={`${place === 'ALL' ? t('region.all') : nameOf('region', place)} · ${t('coverage.pilots')}`}
      overlay={pilotSites}
      counted={issue === null ? pilotStages : pilotCoverage}
      rows={pilotsIn(coverage.pilots, cell)}
      fields={fields}
      sources={coverage.sources.filter(({ dataset }) =>
        ['programme', 'pilot_mines', 'indicator_periods'].includes(dataset),
      )}
      links={<MapLink cell={cell} />}
      note={<IllustrativeBanner />}
      onClose={onClose}
    />
  )
}

/** Explore with the mines of this cell marked: of the pilots that count for an issue, of all for a stage. */
function MapLink({ cell: { place, issue, stage } }: { readonly cell: CellKey }) {
  const { t } = useSpeech()
  const [view] = useView()
  const href = serializeView('/', {
    ...view,
    ...widenAll,
    mine_dataset: null,
    indicator: issue === null ? 'PC-01' : 'PC-03',
    class: issue ?? stage,
    place,
    region: place === 'ALL' ? null : [place],
    shown: true,
    open: null,
    of: null,
  })
  return (
    <Link className="button button-link" href={href}>
      {t('open.map')}
    </Link>
  )
}
