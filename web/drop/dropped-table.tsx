import { useMemo } from 'react'
import type { BadReason, BadRow, DroppedFeature, Parsed } from '#web/drop/parsed.ts'
import { type TextId, useSpeech } from '#web/text/text.ts'
import { DataTable } from '#web/ui/data-table.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import type { TableColumn } from '#web/ui/table-model.ts'

interface Props {
  readonly file: File
  readonly parsed: Parsed
  readonly onClose: () => void
}

const reasons: Readonly<Record<BadReason, TextId>> = {
  unreadable: 'drop.bad_unreadable',
  no_coordinates: 'drop.bad_no_coordinates',
  outside_earth: 'drop.bad_outside_earth',
  no_geometry: 'drop.bad_no_geometry',
  bad_geometry: 'drop.bad_geometry',
}

/** The rows of the file: those that could not be placed first, with the reason, then all others. */
export function DroppedTable({ file, parsed, onClose }: Props) {
  const { t } = useSpeech()
  const columns = useMemo(
    () =>
      parsed.columns.map((name): TableColumn<DroppedFeature> => {
        const text = ({ properties }: DroppedFeature) => String(properties[name] ?? '')
        return {
          id: name,
          header: name,
          weight: 12,
          value: ({ properties }) => properties[name] ?? undefined,
          cell: (feature) => <span title={text(feature)}>{text(feature)}</span>,
        }
      }),
    [parsed.columns],
  )
  return (
    <Dialog title={file.name} subtitle={t('drop.privacy')} closeLabel={t('dialog.close')} isOpen onClose={onClose}>
      {parsed.bad.length === 0 ? null : <BadRows bad={parsed.bad} />}
      {parsed.features.length === 0 ? null : (
        <DataTable label={t('drop.rows')} columns={columns} rows={parsed.features} keyOf={({ id }) => id} />
      )}
    </Dialog>
  )
}

const mostListed = 200

function BadRows({ bad }: { readonly bad: readonly BadRow[] }) {
  const { t } = useSpeech()
  return (
    <div className="dropped-bad">
      <h3 className="section-title">{t('drop.bad_title', { n: bad.length })}</h3>
      <ul>
        {bad.slice(0, mostListed).map(({ row, reason }) => (
          <li key={row}>{t('drop.bad_row', { row: String(row), reason: t(reasons[reason]) })}</li>
        ))}
      </ul>
      {bad.length > mostListed ? (
        <p className="panel-note">{t('drop.bad_more', { n: bad.length - mostListed })}</p>
      ) : null}
    </div>
  )
}
