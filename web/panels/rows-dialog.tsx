import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { Dataset, Overlay } from '#data/define.ts'
import type { Row } from '#web/api/features.ts'
import type { SourceNote } from '#web/api/queries.ts'
import { collectionSqlQuery } from '#web/api/result-queries.ts'
import { formatCount } from '#web/encoding/format.ts'
import { ExportMenu } from '#web/panels/export-menu.tsx'
import { OpenIn } from '#web/panels/open-in.tsx'
import { QueryState } from '#web/panels/query-state.tsx'
import { RowsTable } from '#web/panels/rows-table.tsx'
import { SourceList } from '#web/panels/source-list.tsx'
import { StatementView } from '#web/panels/sql-view.tsx'
import { type TextId, useSpeech } from '#web/text/text.ts'
import { Dialog } from '#web/ui/dialog.tsx'
import { EmptyNote } from '#web/ui/state-cards.tsx'

interface Props {
  readonly title: string
  readonly subtitle?: string
  /** The overlay that the rows are of; all of its rows can be taken away. */
  readonly overlay: Overlay | Dataset
  /** The overlay that counts them, where it is another; its statement is shown. */
  readonly counted?: Overlay
  readonly rows: readonly Row[]
  /** The fields shown, in this order. */
  readonly fields: readonly string[]
  readonly filter?: Readonly<Record<string, string>>
  readonly sources: readonly SourceNote[]
  /** Links that belong to these rows, e.g. to the map. */
  readonly links?: ReactNode
  readonly note?: ReactNode
  readonly onClose: () => void
}

/** What is behind a number that comes from an overlay: rows, statement, sources. */
export function RowsDialog(props: Props) {
  const { t } = useSpeech()
  const { title, subtitle, overlay, counted, filter = {}, sources, note, onClose } = props
  return (
    <Dialog
      title={title}
      {...(subtitle !== undefined && { subtitle })}
      closeLabel={t('dialog.close')}
      isOpen
      onClose={onClose}
    >
      {note}
      <Tabs className="tabs">
        <TabList className="tab-list" aria-label={t('dialog.parts')}>
          <Tab id="rows" className="tab">
            {t('open.rows')}
          </Tab>
          <Tab id="sql" className="tab">
            {t('open.sql')}
          </Tab>
          <Tab id="sources" className="tab">
            {t('open.sources')}
          </Tab>
        </TabList>
        <TabPanel id="rows" className="tab-panel">
          <Rows {...props} />
        </TabPanel>
        <TabPanel id="sql" className="tab-panel is-scrolling">
          {counted === undefined ? null : <Statement collection={counted.id} title="sql.value" filter={filter} />}
          <Statement collection={overlay.id} title="sql.rows" filter={filter} />
        </TabPanel>
        <TabPanel id="sources" className="tab-panel is-scrolling">
          <SourceList sources={sources} />
        </TabPanel>
      </Tabs>
    </Dialog>
  )
}

function Rows({ overlay, rows, fields, filter = {}, links }: Props) {
  const { t, language } = useSpeech()
  const shown = Object.fromEntries(
    fields.flatMap((name) => {
      const field = overlay.fields[name]
      return field === undefined ? [] : [[name, field]]
    }),
  )
  return (
    <>
      <header className="rows-head">
        <span>{t('rows.count', { count: rows.length, n: formatCount(rows.length, language) })}</span>
        {links}
        <span className="rows-tools">
          <OpenIn rows={{ collection: overlay.id, filter }} />
          <ExportMenu label={t('rows.export_all')} rows={{ collection: overlay.id, filter }} />
        </span>
      </header>
      {rows.length === 0 ? (
        <EmptyNote title={t('rows.none')}>{t('rows.none_why')}</EmptyNote>
      ) : (
        <RowsTable rows={rows} keyField={overlay.key} fields={shown} />
      )}
    </>
  )
}

interface StatementProps {
  readonly collection: string
  readonly title: TextId
  readonly filter: Readonly<Record<string, string>>
}

function Statement({ collection, title, filter }: StatementProps) {
  const query = useQuery(collectionSqlQuery(collection, filter))
  return (
    <QueryState query={query} lines={10}>
      {(statement) => <StatementView title={title} statement={statement} />}
    </QueryState>
  )
}
