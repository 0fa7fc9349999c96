import { formatDistance, formatExact, formatRounded, unitText } from '#web/encoding/format.ts'
import { measured } from '#web/map/geodesy.ts'
import type { Measure } from '#web/map/use-measure.ts'
import { useSpeech } from '#web/text/text.ts'
import { Button, IconButton } from '#web/ui/button.tsx'

/** The length or area of what the reader has set so far, and how to go on. */
export function MeasureChip({ measure }: { readonly measure: Measure }) {
  const { t, language } = useSpeech()
  const { tool, corners, undo, stop } = measure
  const { metres, hectares } = measured(corners)
  const isArea = tool === 'area'
  const value = isArea
    ? hectares === null
      ? null
      : formatRounded(hectares, language) + unitText('ha', language)
    : corners.length < 2
      ? null
      : formatDistance(metres, language)
  const exact = isArea ? formatExact(hectares ?? 0, language) : `${formatExact(metres, language, 0)} m`
  return (
    <div className="map-chip">
      <span>
        {value === null ? (
          t(isArea ? 'measure.area_hint' : 'measure.distance_hint')
        ) : (
          <output title={exact}>{value}</output>
        )}
      </span>
      {corners.length === 0 ? null : (
        <Button kind="link" onPress={undo}>
          {t('measure.undo')}
        </Button>
      )}
      <IconButton icon="close" label={t('measure.stop')} onPress={stop} />
    </div>
  )
}
