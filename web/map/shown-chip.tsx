import { indicators } from '#data/catalog.ts'
import type { Indicator } from '#data/define.ts'
import { useView } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'
import { IconButton } from '#web/ui/button.tsx'

/** Says which mines are marked while the rows of a number are shown on the map. */
export function ShownChip({ count }: { readonly count: number | null }) {
  const { t, say, nameOf } = useSpeech()
  const [view, change] = useView()
  if (!view.shown || count === null) return null
  const place = view.place === null || view.place === 'ALL' ? t('region.all') : nameOf('region', view.place)
  const { name, classes }: Indicator = indicators[view.indicator]
  const part = view.class === null || classes === undefined ? [] : [nameOf(classes, view.class)]
  const indicator = [say(name), ...part].join(' · ')
  return (
    <div className="map-chip" role="status">
      <span>{t('shown.words', { count, indicator, place })}</span>
      <IconButton
        icon="close"
        label={t('shown.stop')}
        onPress={() => change({ shown: null, place: null, class: null })}
      />
    </div>
  )
}
