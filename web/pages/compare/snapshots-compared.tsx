import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type DatasetId, datasets } from '#data/catalog.ts'
import type { Dataset } from '#data/define.ts'
import { type Fields, text } from '#data/field.ts'
import { type Changes, changesQuery, type Kept, snapshotsQuery } from '#web/api/compare-queries.ts'
import type { Row, Value } from '#web/api/features.ts'
import { formatCount } from '#web/encoding/format.ts'
import { both } from '#web/pages/compare/row-difference.ts'
import { useSideName } from '#web/pages/compare/side-choice.tsx'
import { useSide } from '#web/pages/compare/use-compare.ts'
import { ValueTable } from '#web/pages/compare/value-table.tsx'
import { WhyTheyDiffer } from '#web/pages/compare/why-they-differ.tsx'
import { useFieldText } from '#web/panels/field-text.tsx'
import { QueryState } from '#web/panels/query-state.tsx'
import { RowsTable } from '#web/panels/rows-table.tsx'
import { useSpeech } from '#web/text/text.ts'
import { Choice } from '#web/ui/choice.tsx'
import { type PlainColumn, PlainTable } from '#web/ui/plain-table.tsx'
import { EmptyNote } from '#web/ui/state-cards.tsx'

/** A kept version of the data against the current one: how many rows, what became of each, and what it does to the numbers. */
export function SnapshotsCompared({ a }: { readonly a: string }) {
  const { t } = useSpeech()
  const query = useQuery(snapshotsQuery())
  return (
    <QueryState query={query} lines={8}>
      {({ snapshots }) => {
        const older = snapshots.filter(({ is_current }) => !is_current)
        const before = older.find(({ snapshot }) => snapshot === a) ?? older[0]
        const current = snapshots.find(({ is_current }) => is_current)
        if (before === undefined || current === undefined)
          return <EmptyNote title={t('compare.one_snapshot')}>{t('compare.one_snapshot_why')}</EmptyNote>
        return <Two before={before} after={current} />
      }}
    </QueryState>
  )
}

interface TwoProps {
  readonly before: Kept
  readonly after: Kept
}

function Two({ before, after }: TwoProps) {
  const [one, other] = [useSide('snapshots', before.snapshot), useSide('snapshots', '')]
  const names = [useSideName('snapshots', before.snapshot), useSideName('snapshots', '')] as const
  return (
    <>
      <DatasetTable before={before} after={after} />
      <ChangedRows before={before} />
      <ValueTable a={one} b={other} names={names} />
      <WhyTheyDiffer a={one} b={other} names={names} />
    </>
  )
}

const ids = Object.keys(datasets) as DatasetId[]
const titleOf = (id: DatasetId) => (datasets[id] as Dataset).title

function DatasetTable({ before, after }: TwoProps) {
  const { t, say, language } = useSpeech()
  const rows = ids.map((id) => ({ id, was: before.rows[id], is: after.rows[id] }))
  const count = (value: number | undefined) =>
    value === undefined ? <span className="is-missing">{t('value.no_data')}</span> : formatCount(value, language)
  const columns: readonly PlainColumn<(typeof rows)[number]>[] = [
    { id: 'dataset', header: t('compare.dataset'), cell: ({ id }) => say(titleOf(id)) },
    { id: 'was', header: t('compare.rows_before'), isNumber: true, cell: ({ was }) => count(was) },
    { id: 'is', header: t('compare.rows_after'), isNumber: true, cell: ({ is }) => count(is) },
    {
      id: 'difference',
      header: t('compare.difference'),
      isNumber: true,
      cell: ({ was, is }) => {
        const by = (is ?? 0) - (was ?? 0)
        return by === 0 ? '±0' : (by > 0 ? '+' : '−') + formatCount(Math.abs(by), language)
      },
    },
  ]
  return (
    <section className="page-section">
      <h2>{t('compare.datasets')}</h2>
      <PlainTable caption={t('compare.datasets')} columns={columns} rows={rows} keyOf={({ id }) => id} />
    </section>
  )
}

/** Every row of one dataset that is not the same in both versions. */
function ChangedRows({ before }: { readonly before: Kept }) {
  const { t, say } = useSpeech()
  const [dataset, setDataset] = useState<DatasetId>('pilot_mines')
  const query = useQuery(changesQuery(before.snapshot, dataset))
  return (
    <section className="page-section">
      <div className="mine-section-head">
        <h2>{t('compare.changes')}</h2>
        <div className="compare-dataset">
          <Choice
            label={t('compare.dataset')}
            options={ids.map((id) => ({ id, label: say(titleOf(id)) }))}
            value={dataset}
            onChange={setDataset}
          />
        </div>
      </div>
      <QueryState query={query} lines={6}>
        {(changes) => <ChangeTable changes={changes} dataset={dataset} />}
      </QueryState>
    </section>
  )
}

const counted = ['added', 'removed', 'changed', 'same'] as const

function ChangeTable({ changes, dataset }: { readonly changes: Changes; readonly dataset: DatasetId }) {
  const { t, say, language } = useSpeech()
  const { fields: declared }: { readonly fields: Fields } = datasets[dataset]
  const { words } = useFieldText()
  const told = (field: string, value: Value) => {
    const known = declared[field]
    return value === null || known === undefined ? t('value.no_data') : words(field, known, value)
  }
  const labelOf = (field: string) => (declared[field] === undefined ? field : say(declared[field].label))
  const rows = changes.rows.map(
    ({ key, name_en, name_zh, change, fields }): Row => ({
      key,
      name: (language === 'zh' ? name_zh : null) ?? name_en ?? key,
      change: t(`compare.${change}`),
      detail: fields
        .map(({ field, before, after }) => `${labelOf(field)}: ${told(field, before)} → ${told(field, after)}`)
        .join('; '),
    }),
  )
  const shown: Fields = {
    name: text(both(t('compare.row'))),
    change: text(both(t('compare.change'))),
    detail: text(both(t('compare.detail'))),
  }
  return (
    <>
      <dl className="compare-counts">
        {counted.map((name) => (
          <div key={name}>
            <dt>{t(`compare.${name}`)}</dt>
            <dd>{formatCount(changes.counts[name], language)}</dd>
          </div>
        ))}
      </dl>
      {rows.length === 0 ? (
        <EmptyNote title={t('compare.no_difference')} />
      ) : (
        <div className="compare-rows">
          <RowsTable rows={rows} keyField="key" fields={shown} />
        </div>
      )}
      {changes.numberReturned < changes.numberMatched ? (
        <p className="panel-note">
          {t('report.more', { shown: changes.numberReturned, total: formatCount(changes.numberMatched, language) })}
        </p>
      ) : null}
    </>
  )
}
