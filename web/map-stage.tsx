import { Component, lazy, type ReactNode, Suspense, useState } from 'react'
import type { Theme } from '#web/encoding/palette.ts'
import { OpenMapIn } from '#web/panels/open-map-in.tsx'
import { RingSlider } from '#web/panels/ring-slider.tsx'
import { useSpeech } from '#web/text/text.ts'
import { useRingPreview } from '#web/use-ring-preview.ts'

/** Asked for at once: it is the largest part of the page, and the panels need no help from it. */
const mapView = import('#web/map/map-view.tsx')
const MapView = lazy(async () => ({ default: (await mapView).MapView }))

interface Props {
  readonly theme: Theme
  readonly children?: ReactNode
}

/** The map with the ring slider on it. Where the browser cannot draw a map it says so, and everything else works. */
export function MapStage({ theme, children }: Props) {
  const [radius, setRadius] = useState<number | null>(null)
  const preview = useRingPreview(radius)
  return (
    <div className="map-place">
      <MapBoundary fallback={<NoMap />}>
        <Suspense fallback={null}>
          <MapView theme={theme} previewRadius={radius} />
        </Suspense>
      </MapBoundary>
      <OpenMapIn />
      <RingSlider preview={preview} onPreview={setRadius} />
      {children}
    </div>
  )
}

function NoMap() {
  const { t } = useSpeech()
  return (
    <div className="map-message" role="status">
      <strong>{t('map.no_webgl')}</strong>
      <p>{t('map.no_webgl_why')}</p>
      <p>{t('map.no_webgl_table')}</p>
    </div>
  )
}

/** A map that cannot be opened, mostly for want of WebGL, leaves the table and the panels standing. */
class MapBoundary extends Component<
  { readonly fallback: ReactNode; readonly children: ReactNode },
  { hasFailed: boolean }
> {
  override state = { hasFailed: false }
  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true }
  }
  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children
  }
}
