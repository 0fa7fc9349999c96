import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { Fields } from '#data/field.ts'
import { mineAreaPairs } from '#data/overlays/mine-area-pairs.ts'
import { mineCommunityPairs } from '#data/overlays/mine-community-pairs.ts'
import { mineIncidentPairs } from '#data/overlays/mine-incident-pairs.ts'
import type { Row } from '#web/api/features.ts'
import { type MineReport, pairsFilter, pairsQuery } from '#web/api/mine-queries.ts'
import { formatCount, formatExact } from '#web/encoding/format.ts'
import { ExportMenu } from '#web/panels/export-menu.tsx'
import { OpenIn } from '#web/panels/open-in.tsx'
import { QueryState } from '#web/panels/query-state.tsx'
import { RowsTable } from '#web/panels/rows-table.tsx'
import { featureName } from '#web/panels/selection-head.tsx'
import type { DrawnDataset } from '#web/state/view.ts'
import { type TextId, useSpeech } from '#web/text/text.ts'
import { Dialog } from '#web/ui/dialog.tsx'
import { EmptyNote } from '#web/ui/state-cards.tsx'

interface Pairs {
  readonly id: string
  readonly key: string
  readonly fields: Fields
  readonly table: readonly string[]
}

const kinds = [
  { pairs: mineAreaPairs, title: 'near.areas' },
  { pairs: mineCommunityPairs, title: 'near.communities' },
  { pairs: mineIncidentPairs, title: 'near.incidents' },
] as const satisfies readonly { readonly pairs: Pairs; readonly title: TextId }[]

interface Props {
  readonly report: MineReport
  readonly dataset: DrawnDataset
  readonly onClose: () => void
}

/** Every row of what lies in the ring of one mine: the join that its counts are made of. */
export function PairsDialog({ report, dataset, onClose }: Props) {
  const { t, language } = useSpeech()
  const [tab, setTab] = useState<string>(kinds[0].pairs.id)
  const radius = formatExact(report.radius_km, language)
  return (
    <Dialog
      title={featureName(dataset, report.mine, language)}
      subtitle={t('pairs.subtitle', { radius })}
      closeLabel={t('dialog.close')}
      isOpen
      onClose={onClose}
    >
      <Tabs className="tabs" selectedKey={tab} onSelectionChange={(key) => setTab(String(key))}>
        <TabList className="tab-list" aria-label={t('pairs.subtitle', { radius })}>
          {kinds.map(({ pairs, title }) => (
            <Tab key={pairs.id} id={pairs.id} className="tab">
              {t(title)}
            </Tab>
          ))}
        </TabList>
        {kinds.map(({ pairs }) => (
          <TabPanel key={pairs.id} id={pairs.id} className="tab-panel">
            <PairRows pairs={pairs} report={report} />
          </TabPanel>
        ))}
      </Tabs>
    </Dialog>
  )
}

/** The declared columns of a table; the mine itself is the same in each row and says nothing here. */
const shownFields = ({ fields, table }: Pairs): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => table.includes(name) && !name.startsWith('mine_')))

function PairRows({ pairs, report }: { readonly pairs: Pairs; readonly report: MineReport }) {
  const { t, language } = useSpeech()
  const filter = pairsFilter(report)
  const query = useQuery(pairsQuery(pairs.id, filter))
  const exported = { collection: pairs.id, filter }
  const ownRows = (rows: readonly Row[]) => rows.filter((row) => row.mine_id === report.mine.mine_id)
  return (
    <QueryState query={query} lines={8}>
      {(all) => {
        const rows = ownRows(all)
        if (rows.length === 0) return <EmptyNote title={t('pairs.none')} />
        return (
          <>
            <header className="rows-head">
              <span>{t('rows.count', { count: rows.length, n: formatCount(rows.length, language) })}</span>
              <span className="rows-tools">
                <OpenIn rows={exported} />
                <ExportMenu
                  label={t('export.rows', { n: formatCount(all.length, language), count: all.length })}
                  rows={exported}
                />
              </span>
            </header>
            <RowsTable rows={rows} keyField={pairs.key} fields={shownFields(pairs)} />
          </>
        )
      }}
    </QueryState>
  )
}
