import type { Map as MapLibreMap } from 'maplibre-gl'
import { homeBounds, showBounds } from '#web/map/camera.ts'
import type { Measure, MeasureTool } from '#web/map/use-measure.ts'
import { useView } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'
import { IconButton } from '#web/ui/button.tsx'

interface Props {
  readonly map: MapLibreMap | null
  readonly measure: Measure
}

/** Zoom, home and measuring; all of it with the keyboard too. */
export function MapTools({ map, measure }: Props) {
  const { t } = useSpeech()
  const [, change] = useView()
  const goHome = () => {
    if (map !== null) showBounds(map, homeBounds)
    change({ at: null }, { history: 'replace' })
  }
  const toggle = (tool: MeasureTool) => (measure.tool === tool ? measure.stop() : measure.start(tool))
  return (
    <div className="map-tools" role="toolbar" aria-label={t('map.tools')} aria-orientation="vertical">
      <div className="map-tool-group">
        <IconButton icon="plus" label={t('map.zoom_in')} onPress={() => map?.zoomIn()} />
        <IconButton icon="minus" label={t('map.zoom_out')} onPress={() => map?.zoomOut()} />
        <IconButton icon="home" label={t('map.home')} onPress={goHome} />
      </div>
      <div className="map-tool-group">
        <IconButton
          icon="ruler"
          label={t('measure.distance')}
          isOn={measure.tool === 'distance'}
          onPress={() => toggle('distance')}
        />
        <IconButton
          icon="polygon"
          label={t('measure.area')}
          isOn={measure.tool === 'area'}
          onPress={() => toggle('area')}
        />
        <IconButton
          icon="circle"
          label={t('measure.circle')}
          isOn={measure.tool === 'circle'}
          onPress={() => toggle('circle')}
        />
      </div>
    </div>
  )
}
