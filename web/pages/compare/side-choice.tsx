import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { codesOf } from '#data/vocabularies.ts'
import { snapshotsQuery } from '#web/api/compare-queries.ts'
import { incidentYearsQuery, minesQuery } from '#web/api/queries.ts'
import { formatDay, formatTime } from '#web/encoding/format.ts'
import type { Kind } from '#web/pages/compare/use-compare.ts'
import { mineName } from '#web/panels/mine-columns.tsx'
import { useCountryNames } from '#web/panels/use-country-names.ts'
import { type Language, useSpeech } from '#web/text/text.ts'

interface Option {
  readonly id: string
  readonly name: string
}

const never = { enabled: false } as const

/** `24 November 2026, 14:02`: when a snapshot was prepared. */
const snapshotName = (prepared_at: string, language: Language): string =>
  `${formatDay(prepared_at, language)} ${formatTime(Date.parse(prepared_at), language)}`

/** All that can stand on one side, by name. */
function useOptions(kind: Kind): readonly Option[] {
  const { language, nameOf } = useSpeech()
  const { countries, nameOfCountry } = useCountryNames()
  const mines = useQuery({ ...minesQuery('pilot_mines', {}), ...(kind !== 'mines' && never) })
  const years = useQuery({ ...incidentYearsQuery({}), ...(kind !== 'periods' && never) })
  const kept = useQuery({ ...snapshotsQuery(), ...(kind !== 'snapshots' && never) })
  const byName = (options: readonly Option[]) => [...options].sort((a, b) => a.name.localeCompare(b.name, language))
  switch (kind) {
    case 'regions':
      return codesOf('region').map((id) => ({ id, name: nameOf('region', id) }))
    case 'countries':
      return byName(countries.map(({ iso3 }) => ({ id: iso3, name: nameOfCountry(iso3) })))
    case 'mines':
      return byName(
        (mines.data?.features ?? []).map(({ id, properties }) => ({ id, name: mineName(properties, language) })),
      )
    case 'periods':
      return periodsOf(years.data?.map(({ year }) => year) ?? []).map((id) => ({ id, name: id.replace('-', '–') }))
    case 'snapshots':
      return (kept.data?.snapshots ?? []).map(({ snapshot, prepared_at, is_current }) => ({
        id: is_current ? '' : snapshot,
        name: `${snapshotName(prepared_at, language)} · ${snapshot.slice(0, 8)}`,
      }))
  }
}

/** Single years, and spans of five, over the time that the data cover. */
function periodsOf(years: readonly number[]): readonly string[] {
  const [first, last] = [Math.min(...years), Math.max(...years)]
  if (years.length === 0) return []
  const fives = Array.from({ length: Math.ceil((last - first + 1) / 5) }, (_, index) => {
    const from = Math.floor(first / 5) * 5 + index * 5
    return `${from}-${from + 4}`
  })
  return [...fives, ...years.toReversed().map((year) => `${year}-${year}`)]
}

/** How a side is called. */
export function useSideName(kind: Kind, value: string): string {
  const { t } = useSpeech()
  const known = useOptions(kind).find(({ id }) => id === value)
  return (
    known?.name ??
    (kind === 'snapshots' && value === '' ? t('compare.current') : value.replace(/^(\d{4})-(\d{4})$/, '$1–$2'))
  )
}

interface Props {
  readonly kind: Kind
  readonly mark: 'A' | 'B'
  readonly value: string
  readonly onChange: (value: string) => void
}

/** One side: the letter that marks it everywhere on the page, and what it is. The newest snapshot is always the second. */
export function SideChoice({ kind, mark, value, onChange }: Props) {
  const { t } = useSpeech()
  const name = useId()
  const options = useOptions(kind)
  const isFixed = kind === 'snapshots' && mark === 'B'
  const offered = options.filter(({ id }) => kind !== 'snapshots' || (id === '') === isFixed)
  // Without a choice the newest kept one stands there: the page compares with it.
  const shown = kind === 'snapshots' && value === '' ? (offered[0]?.id ?? '') : value
  const isListed = offered.some(({ id }) => id === shown)
  return (
    <div className={`compare-side is-${mark.toLowerCase()}`}>
      <label className="compare-mark" htmlFor={name}>
        <span className="visually-hidden">{t('compare.side')} </span>
        {mark}
      </label>
      <select
        className="input"
        id={name}
        value={shown}
        disabled={isFixed}
        onChange={({ target }) => onChange(target.value)}
      >
        {isListed ? null : (
          <option value={value}>{value === '' ? t('compare.choose') : value.replace('-', '–')}</option>
        )}
        {offered.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  )
}
