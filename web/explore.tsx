import { useState } from 'react'
import { Button } from 'react-aria-components'
import { DroppedPlace } from '#web/drop/dropped-place.tsx'
import type { Theme } from '#web/encoding/palette.ts'
import { MapStage } from '#web/map-stage.tsx'
import { FilterPanel } from '#web/panels/filter-panel.tsx'
import { InsideDialogPlace, NumberDialogPlace, SearchPlace, SelectionPlace } from '#web/panels/late-places.tsx'
import { LayerList } from '#web/panels/layer-list.tsx'
import { Rail } from '#web/panels/rail.tsx'
import { RegionFilter } from '#web/panels/region-filter.tsx'
import { RegionPanel } from '#web/panels/region-panel.tsx'
import { TableDrawer } from '#web/panels/table-drawer.tsx'
import { UpdateBar } from '#web/panels/update-bar.tsx'
import { useSpeech } from '#web/text/text.ts'
import { Icon } from '#web/ui/icon.tsx'
import { useMedia } from '#web/ui/use-media.ts'

/** Explore on a desk: filters, map with ring and table, regions and selection, side by side. */
export function Explore({ theme }: { readonly theme: Theme }) {
  const { t } = useSpeech()
  const isNarrow = useMedia('(max-width: 1180px)')
  const [foldedByHand, setFolded] = useState<{ left?: boolean; right?: boolean }>({})
  const isLeftFolded = foldedByHand.left ?? isNarrow
  const isRightFolded = foldedByHand.right ?? false
  return (
    <div className="shell" data-left={isLeftFolded ? 'folded' : 'open'} data-right={isRightFolded ? 'folded' : 'open'}>
      <UpdateBar />
      <Rail theme={theme} />
      <aside className="side side-left" aria-label={t('side.left')} hidden={isLeftFolded}>
        <div className="side-inner">
          <Brand />
          <FilterPanel />
          <LayerList theme={theme} />
          <DroppedPlace />
        </div>
      </aside>
      <main className="stage">
        <MapStage theme={theme}>
          <Fold side="left" isFolded={isLeftFolded} onFold={(left) => setFolded({ ...foldedByHand, left })} />
          <Fold side="right" isFolded={isRightFolded} onFold={(right) => setFolded({ ...foldedByHand, right })} />
        </MapStage>
        <TableDrawer />
      </main>
      <aside className="side side-right" aria-label={t('side.right')} hidden={isRightFolded}>
        <div className="side-inner">
          <RegionPanel />
          <SelectionPlace />
        </div>
      </aside>
      <NumberDialogPlace />
      <InsideDialogPlace />
    </div>
  )
}

/** What this page is, and the two ways to say where. */
function Brand() {
  const { t } = useSpeech()
  return (
    <header className="brand">
      <h1 className="brand-name">SMAP Atlas</h1>
      <p className="brand-line">{t('brand.line')}</p>
      <SearchPlace />
      <RegionFilter />
    </header>
  )
}

interface FoldProps {
  readonly side: 'left' | 'right'
  readonly isFolded: boolean
  readonly onFold: (isFolded: boolean) => void
}

function Fold({ side, isFolded, onFold }: FoldProps) {
  const { t } = useSpeech()
  const pointsLeft = (side === 'left') !== isFolded
  return (
    <Button
      className={`fold fold-${side}`}
      aria-label={t(isFolded ? `side.unfold_${side}` : `side.fold_${side}`)}
      aria-expanded={!isFolded}
      onPress={() => onFold(!isFolded)}
    >
      <Icon name={pointsLeft ? 'left' : 'right'} size={14} />
    </Button>
  )
}
