import { formatDistance, formatExact, formatRounded, unitText } from '#web/encoding/format.ts'
import { measured } from '#web/map/geodesy.ts'
import { type Measure, type MeasureTool, shapeOf } from '#web/map/use-measure.ts'
import { askInside } from '#web/state/drawn-shape.ts'
import { type Language, type TextId, useSpeech } from '#web/text/text.ts'
import { Button, IconButton } from '#web/ui/button.tsx'

const hints: Readonly<Record<MeasureTool, TextId>> = {
  distance: 'measure.distance_hint',
  area: 'measure.area_hint',
  circle: 'measure.circle_hint',
}

/** The length, area or radius of what is drawn so far, rounded and exact; null while there is none. */
function sizeOf({ tool, corners }: Measure, language: Language): { words: string; exact: string } | null {
  const { metres, hectares } = measured(corners)
  if (tool === 'area') {
    if (hectares === null) return null
    const unit = unitText('ha', language)
    return { words: formatRounded(hectares, language) + unit, exact: formatExact(hectares, language) + unit }
  }
  if (corners.length < 2) return null
  return { words: formatDistance(metres, language), exact: `${formatExact(metres, language, 0)} m` }
}

/** What the reader has set so far, how to go on, and what lies inside once it encloses something. */
export function MeasureChip({ measure }: { readonly measure: Measure }) {
  const { t, language } = useSpeech()
  const { tool, corners, undo, stop } = measure
  const size = sizeOf(measure, language)
  const shape = shapeOf(measure)
  return (
    <div className="map-chip">
      <span>{size === null ? t(hints[tool ?? 'distance']) : <output title={size.exact}>{size.words}</output>}</span>
      {shape === null ? null : (
        <Button kind="solid" onPress={() => askInside(shape)}>
          {t('measure.inside')}
        </Button>
      )}
      {corners.length === 0 ? null : (
        <Button kind="link" onPress={undo}>
          {t('measure.undo')}
        </Button>
      )}
      <IconButton icon="close" label={t('measure.stop')} onPress={stop} />
    </div>
  )
}
