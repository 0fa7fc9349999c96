import { useQuery } from '@tanstack/react-query'
import { type IndicatorId, indicators } from '#data/catalog.ts'
import type { Indicator } from '#data/define.ts'
import { type Fields, text } from '#data/field.ts'
import { type Side, sideRowsQuery } from '#web/api/compare-queries.ts'
import type { Row } from '#web/api/features.ts'
import { formatCount, formatList } from '#web/encoding/format.ts'
import { both, countOf, type Placed, placeRows, type Where } from '#web/pages/compare/row-difference.ts'
import { QueryState } from '#web/panels/query-state.tsx'
import { RowsTable } from '#web/panels/rows-table.tsx'
import { useView } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'
import { EmptyNote } from '#web/ui/state-cards.tsx'

const byId = indicators as Readonly<Record<IndicatorId, Indicator>>

interface Props {
  readonly a: Side
  readonly b: Side
  readonly names: readonly [string, string]
}

/** The rows behind the chosen indicator on both sides: which only one has, and which both have with other values. */
export function WhyTheyDiffer({ a, b, names }: Props) {
  const { t, say } = useSpeech()
  const [view] = useView()
  const { rows: declared, name } = byId[view.indicator]
  const [one, other] = [useQuery(sideRowsQuery(view.indicator, a)), useQuery(sideRowsQuery(view.indicator, b))]
  return (
    <section className="page-section">
      <h2>{t('compare.why', { indicator: say(name) })}</h2>
      <QueryState query={one} lines={6}>
        {(first) => (
          <QueryState query={other} lines={6}>
            {(second) => (
              <Differences
                rows={placeRows(first, second, declared.key)}
                keyField={declared.key}
                fields={declared.fields}
                names={names}
              />
            )}
          </QueryState>
        )}
      </QueryState>
    </section>
  )
}

interface DifferencesProps extends Pick<Props, 'names'> {
  readonly rows: readonly Placed[]
  readonly keyField: string
  readonly fields: Fields
}

const kinds: readonly Where[] = ['a', 'b', 'changed', 'same']

/** How many rows stand where, and every one that is not the same on both sides. */
export function Differences({ rows, keyField, fields, names }: DifferencesProps) {
  const { t, language, say } = useSpeech()
  const words: Readonly<Record<Where, string>> = {
    a: t('compare.only', { side: 'A', name: names[0] }),
    b: t('compare.only', { side: 'B', name: names[1] }),
    changed: t('compare.changed'),
    same: t('compare.same'),
  }
  const labelOf = (name: string) => (fields[name] === undefined ? name : say(fields[name].label))
  const different = rows
    .filter(({ where }) => where !== 'same')
    .map(
      ({ where, row, changed }): Row => ({
        ...row,
        where_it_is:
          changed.length > 0 ? `${words[where]}: ${formatList(changed.map(labelOf), language)}` : words[where],
      }),
    )
  const shown: Fields = {
    where_it_is: text(both(t('compare.where'))),
    ...fields,
  }
  return (
    <>
      <dl className="compare-counts">
        {kinds.map((where) => (
          <div key={where}>
            <dt>{words[where]}</dt>
            <dd>{formatCount(countOf(rows, where), language)}</dd>
          </div>
        ))}
      </dl>
      {different.length === 0 ? (
        <EmptyNote title={t('compare.no_difference')} />
      ) : (
        <div className="compare-rows">
          <RowsTable rows={different} keyField={keyField} fields={shown} />
        </div>
      )}
    </>
  )
}
