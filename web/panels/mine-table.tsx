import { useMemo, useRef } from 'react'
import { datasets } from '#data/catalog.ts'
import { parameters } from '#data/parameters.ts'
import type { Row } from '#web/api/features.ts'
import { useMineColumns } from '#web/panels/mine-columns.tsx'
import { useMines } from '#web/panels/mine-table-head.tsx'
import { QueryState } from '#web/panels/query-state.tsx'
import { useView } from '#web/state/use-view.ts'
import { widenAll } from '#web/state/view.ts'
import { useSpeech } from '#web/text/text.ts'
import { Button } from '#web/ui/button.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import { EmptyNote } from '#web/ui/state-cards.tsx'
import { useWidth } from '#web/ui/use-width.ts'

const byNearestArea = [{ id: 'nearest_area_m', desc: false }]
const keyOf = (row: Row): string => String(row.mine_id)

/** The accessible twin of the map: the same mines, sortable, with the keyboard. */
export function MineTable() {
  const { t, say } = useSpeech()
  const [view, change] = useView()
  const { query, mineDataset } = useMines()
  const probe = useRef<HTMLDivElement>(null)
  const columns = useMineColumns(view.radius_km ?? parameters.radius_km.default, useWidth(probe))
  const rows = useMemo(() => query.data?.features.map(({ properties }) => properties) ?? [], [query.data])
  const select = (row: Row) => {
    const dataset = row.mine_dataset === 'mines' ? 'mines' : 'pilot_mines'
    change({ select: { dataset, id: keyOf(row) } })
  }
  return (
    <>
      <div ref={probe} />
      <QueryState query={query} lines={6}>
        {(data) =>
          data.numberMatched === 0 ? (
            <EmptyNote
              title={t('empty.title')}
              action={<Button onPress={() => change(widenAll)}>{t('empty.widen')}</Button>}
            >
              {t('empty.why')}
            </EmptyNote>
          ) : (
            <DataTable
              label={say(datasets[mineDataset].title)}
              columns={columns}
              rows={rows}
              keyOf={keyOf}
              selectedKey={view.select?.dataset === mineDataset ? view.select.id : null}
              onSelect={select}
              initialSort={byNearestArea}
            />
          )
        }
      </QueryState>
    </>
  )
}
