import { useQuery } from '@tanstack/react-query'
import { type IndicatorId, indicators } from '#data/catalog.ts'
import type { Indicator } from '#data/define.ts'
import { indicatorQuery, indicatorRowsQuery, type RowsOf, rowsFilter } from '#web/api/queries.ts'
import { formatCount } from '#web/encoding/format.ts'
import { type BehindPart, BehindTabs } from '#web/panels/behind-tabs.tsx'
import { ExportMenu } from '#web/panels/export-menu.tsx'
import { IllustrativeBanner } from '#web/panels/illustrative-banner.tsx'
import { OpenIn } from '#web/panels/open-in.tsx'
import { QueryState } from '#web/panels/query-state.tsx'
import { RowsTable } from '#web/panels/rows-table.tsx'
import { MethodNote, SourceList } from '#web/panels/source-list.tsx'
import { SqlView } from '#web/panels/sql-view.tsx'
import { useFilterWords } from '#web/panels/use-filter-words.ts'
import { useFilter, useView } from '#web/state/use-view.ts'
import { type Filter, filterAt } from '#web/state/view.ts'
import { useSpeech } from '#web/text/text.ts'
import { Dialog } from '#web/ui/dialog.tsx'
import { EmptyNote } from '#web/ui/state-cards.tsx'

const byId = indicators as Readonly<Record<IndicatorId, Indicator>>

/** What is behind a number: its rows, its SQL, its sources. The URL says which, so the window can be sent to somebody. */
export function NumberDialog() {
  const { t, say, nameOf } = useSpeech()
  const [view, change] = useView()
  const id = view.of ?? view.indicator
  const place = view.place ?? 'ALL'
  const filter = filterAt(useFilter(), place)
  const filterWords = useFilterWords(filter)
  const { classes } = byId[id]
  const part = view.class === null || classes === undefined ? [] : [nameOf(classes, view.class)]
  const placeName = place === 'ALL' ? t('region.all') : nameOf('region', place)
  const close = () => change({ open: null, of: null, ...(view.shown ? {} : { place: null, class: null }) })
  const inner = { of: { id, place, classId: view.class }, filter }
  return (
    <Dialog
      title={say(byId[id].name)}
      subtitle={[id, placeName, ...part, ...filterWords].join(' · ')}
      closeLabel={t('dialog.close')}
      isOpen={view.open !== null}
      onClose={close}
    >
      {byId[id].is_illustrative ? <IllustrativeBanner /> : null}
      <BehindTabs
        selectedKey={view.open ?? 'rows'}
        onSelectionChange={(key) => change({ open: key as BehindPart }, { history: 'replace' })}
        rows={<RowsPart {...inner} />}
        sql={<SqlView {...inner} />}
        sources={<SourcesPart {...inner} />}
      />
    </Dialog>
  )
}

interface PartProps {
  readonly of: RowsOf
  readonly filter: Filter
}

function RowsPart({ of, filter }: PartProps) {
  const { t, language } = useSpeech()
  const rows = useQuery(indicatorRowsQuery(of, filter))
  const exported = { indicator: of.id, filter: rowsFilter(of, filter) }
  return (
    <QueryState query={rows} lines={8}>
      {(data) =>
        data.rows.length === 0 ? (
          <EmptyNote title={t('rows.none')}>{t('rows.none_why')}</EmptyNote>
        ) : (
          <>
            <header className="rows-head">
              <span>
                {t('rows.count', { count: data.numberMatched, n: formatCount(data.numberMatched, language) })}
              </span>
              <span className="rows-tools">
                <OpenIn rows={exported} />
                <ExportMenu
                  label={t('export.rows', { n: formatCount(data.numberMatched, language), count: data.numberMatched })}
                  rows={exported}
                />
              </span>
            </header>
            <RowsTable rows={data.rows} keyField={byId[of.id].rows.key} fields={byId[of.id].rows.fields} />
          </>
        )
      }
    </QueryState>
  )
}

function SourcesPart({ of, filter }: PartProps) {
  const answer = useQuery(indicatorQuery(of.id, filter))
  return (
    <>
      <MethodNote indicator={byId[of.id]} />
      <QueryState query={answer} lines={5}>
        {(data) => <SourceList sources={data.sources} />}
      </QueryState>
    </>
  )
}
