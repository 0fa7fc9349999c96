import { useState } from 'react'
import { Link } from 'wouter'
import { whereNext } from '#data/overlays/where-next.ts'
import type { Coverage, NextCountry } from '#web/api/committee-queries.ts'
import { formatCount, formatExact, formatRounded } from '#web/encoding/format.ts'
import { regionColours } from '#web/encoding/palette.ts'
import { pageHref } from '#web/state/page-link.ts'
import { useView } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'
import { Button } from '#web/ui/button.tsx'
import { EmptyNote } from '#web/ui/state-cards.tsx'
import { WideTable } from '#web/ui/wide-table.tsx'

interface Props {
  readonly coverage: Coverage
  readonly onOpen?: () => void
  /** How many are shown before the reader asks for all. */
  readonly first?: number
}

const columns = [
  'mines',
  'mines_near_areas',
  'communities',
  'population',
  'incidents_near',
  'incidents_linked',
  'pilots_planned',
  'pilots_withdrawn',
] as const

/** Countries with mines and without a pilot that counts, with the numbers that order them; there is no score. */
export function WhereNext({ coverage, onOpen, first = 8 }: Props) {
  const { t, language } = useSpeech()
  const [showsAll, setShowsAll] = useState(false)
  const sorted = [...coverage.next].sort((a, b) => a.place_in_list - b.place_in_list)
  const radius = formatExact(Number(coverage.parameters.radius_km), language)
  return (
    <section className="page-section" aria-labelledby="where-next">
      <h2 id="where-next">{t('next.title')}</h2>
      <p className="panel-note">{t('next.words', { count: sorted.length, radius })}</p>
      {sorted.length === 0 ? (
        <EmptyNote title={t('next.none')} />
      ) : (
        <Countries rows={showsAll ? sorted : sorted.slice(0, first)} />
      )}
      <div className="openers">
        {sorted.length > first ? (
          <Button kind="link" onPress={() => setShowsAll(!showsAll)}>
            {showsAll ? t('next.fewer') : t('next.all', { count: sorted.length })}
          </Button>
        ) : null}
        {onOpen === undefined ? null : (
          <Button kind="link" onPress={onOpen}>
            {t('next.open')}
          </Button>
        )}
      </div>
    </section>
  )
}

function Countries({ rows }: { readonly rows: readonly NextCountry[] }) {
  const { t, say } = useSpeech()
  const most = Math.max(...rows.map(({ mines }) => mines), 1)
  return (
    <WideTable label={t('next.title')}>
      <table className="plain-table next-table">
        <caption className="visually-hidden">{t('next.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('next.rank')}</th>
            <th scope="col">{t('next.country')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="is-number">
                {say(whereNext.fields[column].label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <CountryRow key={row.iso3} row={row} most={most} />
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

function CountryRow({ row, most }: { readonly row: NextCountry; readonly most: number }) {
  const { t, say, language } = useSpeech()
  const [view] = useView()
  const href = pageHref('/', { ...view, country: [row.iso3], region: [] })
  return (
    <tr>
      <td>{row.place_in_list}</td>
      <th scope="row">
        <span className="place-dot" style={{ backgroundColor: regionColours[row.region_id] }} />
        <Link href={href} title={t('next.to_map')}>
          {say({ en: row.name_en, zh: row.name_zh ?? row.name_en })}
        </Link>
      </th>
      {columns.map((column) => {
        const value = row[column]
        const number = typeof value === 'number' ? value : null
        const show = column === 'population' ? formatRounded : formatCount
        return (
          <td key={column} className="is-number">
            {column === 'mines' ? (
              <span className="next-bar" style={{ inlineSize: `${(48 * row.mines) / most}px` }} aria-hidden="true" />
            ) : null}
            {number === null ? <span className="is-missing">{t('value.no_data')}</span> : show(number, language)}
          </td>
        )
      })}
    </tr>
  )
}
