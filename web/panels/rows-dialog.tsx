import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Dataset, Overlay } from '#data/define.ts'
import type { Row } from '#web/api/features.ts'
import type { SourceNote } from '#web/api/queries.ts'
import { collectionSqlQuery } from '#web/api/result-queries.ts'
import { formatCount } from '#web/encoding/format.ts'
import { BehindTabs } from '#web/panels/behind-tabs.tsx'
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
      <BehindTabs
        rows={<Rows {...props} />}
        sql={
          <>
            {counted === undefined ? null : <Statement collection={counted.id} title="sql.value" filter={filter} />}
            <Statement collection={overlay.id} title="sql.rows" filter={filter} />
          </>
        }
        sources={<SourceList sources={sources} />}
      />
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
