import { useQuery } from '@tanstack/react-query'
import { datasets } from '#data/catalog.ts'
import type { Field } from '#data/field.ts'
import { mineReportQuery } from '#web/api/mine-queries.ts'
import { featureQuery, type MineDataset } from '#web/api/queries.ts'
import { FieldList } from '#web/panels/field-list.tsx'
import { MineCard } from '#web/panels/mine-card.tsx'
import { NearestMine } from '#web/panels/nearest-mine.tsx'
import { QueryState } from '#web/panels/query-state.tsx'
import { AccuracyNote, featureName, SelectionHead } from '#web/panels/selection-head.tsx'
import { useFilter } from '#web/state/use-view.ts'
import type { DrawnDataset, DrawnSelection } from '#web/state/view.ts'
import { useSpeech } from '#web/text/text.ts'

/** What was pointed at: what it is, who says so, how sure its place is, what lies near. */
export function SelectionPanel({ selection }: Props) {
  return isMine(selection.dataset) ? <SelectedMine selection={selection} /> : <SelectedFeature selection={selection} />
}

const isMine = (dataset: DrawnDataset): dataset is MineDataset => dataset === 'pilot_mines' || dataset === 'mines'

interface Props {
  readonly selection: DrawnSelection
}

function SelectedMine({ selection }: Props) {
  const report = useQuery(mineReportQuery(selection.id, useFilter()))
  return (
    <section className="panel-section selection">
      <QueryState query={report} lines={7}>
        {(data) => <MineCard report={data} dataset={selection.dataset} />}
      </QueryState>
    </section>
  )
}

function SelectedFeature({ selection }: Props) {
  const { language } = useSpeech()
  const feature = useQuery(featureQuery(selection.dataset, selection.id))
  const { popup }: { readonly popup: readonly string[] } = datasets[selection.dataset]
  const fields: Readonly<Record<string, Field>> = datasets[selection.dataset].fields
  return (
    <section className="panel-section selection">
      <QueryState query={feature} lines={6}>
        {({ properties }) => (
          <>
            <SelectionHead dataset={selection.dataset} name={featureName(selection.dataset, properties, language)} />
            <AccuracyNote row={properties} />
            {isMine(selection.dataset) ? null : <NearestMine dataset={selection.dataset} id={selection.id} />}
            <FieldList fields={fields} names={popup.slice(1)} row={properties} />
          </>
        )}
      </QueryState>
    </section>
  )
}
