import { indicators } from '#data/catalog.ts'
import { useView } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'
import { IconButton } from '#web/ui/button.tsx'

/** Says which mines are marked while the rows of a number are shown on the map. */
export function ShownChip({ count }: { readonly count: number | null }) {
  const { t, say, nameOf } = useSpeech()
  const [view, change] = useView()
  if (!view.shown || count === null) return null
  const place = view.place === null || view.place === 'ALL' ? t('region.all') : nameOf('region', view.place)
  return (
    <div className="map-chip" role="status">
      <span>{t('shown.words', { count, indicator: say(indicators[view.indicator].name), place })}</span>
      <IconButton icon="close" label={t('shown.stop')} onPress={() => change({ shown: null, place: null })} />
    </div>
  )
}
