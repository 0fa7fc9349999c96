import { useQuery } from '@tanstack/react-query'
import { datasets } from '#data/catalog.ts'
import { mineExposure } from '#data/overlays/mine-exposure.ts'
import { minesQuery } from '#web/api/queries.ts'
import { formatCount } from '#web/encoding/format.ts'
import { ExportMenu } from '#web/panels/export-menu.tsx'
import { OpenIn } from '#web/panels/open-in.tsx'
import { useFilter, useView } from '#web/state/use-view.ts'
import { pickFilter } from '#web/state/view.ts'
import { useSpeech } from '#web/text/text.ts'

/** The mines of the table, as the filter of the page leaves them. */
export function useMines() {
  const [view] = useView()
  const filter = useFilter()
  return { query: useQuery(minesQuery(view.mine_dataset, filter)), filter, mineDataset: view.mine_dataset }
}

/** How many mines the filter leaves, and the same number to take away. */
export function MineTableHead() {
  const { t, language, say } = useSpeech()
  const { query, filter, mineDataset } = useMines()
  const n = query.data?.numberMatched
  const rows = { collection: 'mine_exposure', filter: pickFilter(filter, mineExposure.parameters) }
  return (
    <>
      <h2 className="table-title">
        {n === undefined ? say(datasets[mineDataset].title) : t(`table.title_${mineDataset}`, { count: n })}
      </h2>
      <span className="table-about">{t('table.about')}</span>
      {n === undefined || n === 0 ? null : (
        <>
          <OpenIn rows={rows} />
          <ExportMenu label={t('export.rows', { n: formatCount(n, language), count: n })} rows={rows} />
        </>
      )}
    </>
  )
}
