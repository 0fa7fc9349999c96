import { Trans } from '@lingui/react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { IndicatorId } from '#data/catalog.ts'
import { parameters } from '#data/parameters.ts'
import { type IndicatorAnswer, indicatorQuery } from '#web/api/queries.ts'
import { formatCount, formatExact, formatRounded } from '#web/encoding/format.ts'
import { useFilter, useView } from '#web/state/use-view.ts'
import { type TextId, useSpeech } from '#web/text/text.ts'
import { Skeleton } from '#web/ui/state-cards.tsx'

const radiusOf = ({ parameters: asked }: IndicatorAnswer): number =>
  Number(asked.radius_km ?? parameters.radius_km.default)
const allPlaces = ({ places }: IndicatorAnswer) => places.find(({ place_id }) => place_id === 'ALL')

/** The sentence that the page begins with; each of its numbers opens its rows. */
export function Headline() {
  const { t, language } = useSpeech()
  const filter = useFilter()
  const { data: nearAreas, isFetching } = useQuery(indicatorQuery('EN-03', filter))
  const { data: people } = useQuery(indicatorQuery('CI-01', filter))
  if (nearAreas === undefined || people === undefined) {
    return isFetching ? <Skeleton lines={3} label={t('state.loading')} /> : null
  }
  const [mines, persons] = [allPlaces(nearAreas), allPlaces(people)]
  if (mines === undefined || !mines.denominator) return <h2 className="headline">{t('headline.none')}</h2>
  const counted = persons?.value ?? null
  const id: TextId = counted === null ? 'headline.mines' : 'headline.mines_and_people'
  return (
    <h2 className="headline" aria-live="polite">
      <Trans
        id={id}
        values={{
          count: mines.numerator ?? 0,
          near: formatCount(mines.numerator ?? 0, language),
          located: formatCount(mines.denominator, language),
          areaRing: formatExact(radiusOf(nearAreas), language),
          people: formatRounded(counted ?? 0, language),
          peopleRing: formatExact(radiusOf(people), language),
        }}
        components={{
          0: <Opener of="EN-03" title={t('open.rows')} />,
          1: <Opener of="CI-01" title={`${formatExact(counted ?? 0, language)} · ${t('open.rows')}`} />,
        }}
      />
    </h2>
  )
}

interface OpenerProps {
  readonly of: IndicatorId
  readonly title: string
  readonly children?: ReactNode
}

/** A number in a sentence that opens the rows behind it. */
function Opener({ of, title, children }: OpenerProps) {
  const [, change] = useView()
  return (
    <button
      type="button"
      className="number-link"
      title={title}
      onClick={() => change({ of, place: 'ALL', open: 'rows' })}
    >
      {children}
    </button>
  )
}
