import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { double, text } from '#data/field.ts'
import { type MineReport, mineReportQuery, mineShapesQuery, peopleIn, type Ring } from '#web/api/mine-queries.ts'
import { formatCount, formatExact } from '#web/encoding/format.ts'
import type { Theme } from '#web/encoding/palette.ts'
import { both, type Placed, placeRows } from '#web/pages/compare/row-difference.ts'
import { Differences } from '#web/pages/compare/why-they-differ.tsx'
import { useMineWords } from '#web/pages/mine/mine-words.ts'
import { RingPicture } from '#web/pages/mine/ring-picture.tsx'
import { QueryState } from '#web/panels/query-state.tsx'
import { AccuracyNote } from '#web/panels/selection-head.tsx'
import { pageHref } from '#web/state/page-link.ts'
import { useFilter, useView } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'
import { type PlainColumn, PlainTable } from '#web/ui/plain-table.tsx'
import '#web/pages/mine/mine.css'

interface Props {
  readonly a: string
  readonly b: string
  readonly theme: Theme
}

/** Two mines: their rings as pictures and as numbers, and what lies near one, the other, or both. */
export function MinesCompared({ a, b, theme }: Props) {
  const filter = useFilter()
  const [one, other] = [useQuery(mineReportQuery(a, filter)), useQuery(mineReportQuery(b, filter))]
  return (
    <QueryState query={one} lines={10}>
      {(first) => (
        <QueryState query={other} lines={10}>
          {(second) => <Both first={first} second={second} theme={theme} />}
        </QueryState>
      )}
    </QueryState>
  )
}

interface BothProps {
  readonly first: MineReport
  readonly second: MineReport
}

function Both({ first, second, theme }: BothProps & { readonly theme: Theme }) {
  return (
    <>
      <div className="compare-mines">
        <Head mark="A" report={first} theme={theme} />
        <Head mark="B" report={second} theme={theme} />
      </div>
      <RingsCompared first={first} second={second} />
      <NearCompared first={first} second={second} />
    </>
  )
}

function Head({ mark, report, theme }: { readonly mark: string; readonly report: MineReport; readonly theme: Theme }) {
  const { t, nameOf } = useSpeech()
  const [view] = useView()
  const words = useMineWords()
  const name = words.nameOf(report.mine)
  const reach = Math.max(10, report.radius_km)
  return (
    <article>
      <h2 className="compare-mine">
        <span className="compare-mark">{mark}</span>
        <Link href={pageHref(`/mines/${encodeURIComponent(String(report.mine.mine_id))}`, view)}>{name}</Link>
      </h2>
      <p className="panel-note">{words.aboutOf(report.mine)}</p>
      <p className="panel-note">
        {nameOf('area_tier', report.tier)} ({report.tier})
      </p>
      <AccuracyNote row={report.mine} />
      {report.is_located ? (
        <RingPicture report={report} theme={theme} reach={reach} title={t('report.map', { name, radius: reach })} />
      ) : null}
    </article>
  )
}

interface RingPair {
  readonly radius_km: number
  readonly a: Ring
  readonly b: Ring
}

function RingsCompared({ first, second }: BothProps) {
  const { t, language } = useSpeech()
  const count = (value: number | null) =>
    value === null ? <span className="is-missing">{t('value.none_short')}</span> : formatCount(value, language)
  const pairs = first.rings.flatMap((a): RingPair[] => {
    const b = second.rings.find(({ radius_km }) => radius_km === a.radius_km)
    return b === undefined ? [] : [{ radius_km: a.radius_km, a, b }]
  })
  const measures = [
    { id: 'people', label: t('report.people'), of: peopleIn },
    { id: 'areas', label: t('near.areas'), of: ({ areas }: Ring) => areas },
    { id: 'incidents', label: t('report.incidents_near'), of: ({ incidents_near }: Ring) => incidents_near },
  ] as const
  const columns: readonly PlainColumn<RingPair>[] = [
    { id: 'ring', header: t('report.ring'), cell: ({ radius_km }) => `≤ ${formatExact(radius_km, language)} km` },
    ...measures.flatMap(({ id, label, of }): PlainColumn<RingPair>[] => [
      { id: `${id}-a`, header: `A · ${label}`, isNumber: true, cell: ({ a }) => count(of(a)) },
      { id: `${id}-b`, header: `B · ${label}`, isNumber: true, cell: ({ b }) => count(of(b)) },
    ]),
  ]
  return (
    <section className="page-section">
      <h2>{t('report.rings')}</h2>
      <PlainTable
        caption={t('report.rings')}
        columns={columns}
        rows={pairs}
        keyOf={({ radius_km }) => String(radius_km)}
        isMarked={({ radius_km }) => radius_km === first.radius_km}
      />
      {pairs.length === 0 ? <p className="is-missing">{t('compare.no_rings')}</p> : null}
    </section>
  )
}

const parts = ['protected_area', 'host_community', 'incident_report'] as const

/** Near features of both mines, within the ring of the page: whose they are. */
function NearCompared({ first, second }: BothProps) {
  const { t, language } = useSpeech()
  const filter = useFilter()
  const words = useMineWords()
  const one = useQuery(mineShapesQuery(String(first.mine.mine_id), filter))
  const other = useQuery(mineShapesQuery(String(second.mine.mine_id), filter))
  const names = [words.nameOf(first.mine), words.nameOf(second.mine)] as const
  const near = (shapes: typeof one.data, radius_km: number) =>
    (shapes?.features ?? [])
      .map(({ properties }) => properties)
      .filter(({ part, distance_m }) => parts.some((known) => known === part) && isWithin(distance_m, radius_km))
      .map((row) => ({ ...row, kind: t(`compare.${row.part as (typeof parts)[number]}`) }))
  return (
    <section className="page-section">
      <h2>{t('compare.near', { radius: formatExact(first.radius_km, language) })}</h2>
      <QueryState query={one} lines={6}>
        {(a) => (
          <QueryState query={other} lines={6}>
            {(b) => (
              <Differences
                rows={withoutDistance(placeRows(near(a, first.radius_km), near(b, second.radius_km), 'feature_id'))}
                keyField="feature_id"
                fields={{
                  name_en: text(both(t('compare.feature'))),
                  kind: text(both(t('compare.kind'))),
                  distance_m: double(both(t('report.distance')), { unit: 'm' }),
                }}
                names={names}
              />
            )}
          </QueryState>
        )}
      </QueryState>
    </section>
  )
}

const isWithin = (distance_m: unknown, radius_km: number): boolean =>
  typeof distance_m === 'number' && distance_m <= radius_km * 1000

/** The same feature at another distance is shared by both, not changed. */
const withoutDistance = (rows: readonly Placed[]): readonly Placed[] =>
  rows.map((placed) => (placed.where === 'changed' ? { ...placed, changed: [] } : placed))
