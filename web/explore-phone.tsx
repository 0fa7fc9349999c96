import { useState } from 'react'
import { Button, type Key, Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { DroppedPlace } from '#web/drop/dropped-place.tsx'
import type { Theme } from '#web/encoding/palette.ts'
import { MapStage } from '#web/map-stage.tsx'
import { FilterPanel } from '#web/panels/filter-panel.tsx'
import {
  InsideDialogPlace,
  MineTablePlace,
  NumberDialogPlace,
  SearchPlace,
  SelectionPlace,
} from '#web/panels/late-places.tsx'
import { LayerList } from '#web/panels/layer-list.tsx'
import { MineTableHead } from '#web/panels/mine-table-head.tsx'
import { PageLinks, Switches } from '#web/panels/rail.tsx'
import { RegionFilter } from '#web/panels/region-filter.tsx'
import { RegionPanel } from '#web/panels/region-panel.tsx'
import { UpdateBar } from '#web/panels/update-bar.tsx'
import { useView } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'
import { Icon } from '#web/ui/icon.tsx'

const heights = ['peek', 'half', 'full'] as const
type Height = (typeof heights)[number]
const share: Readonly<Record<Height, string>> = { peek: '176px', half: '50%', full: '88%' }

/** Explore in the hand: the map first, everything else in a sheet that the thumb pulls up. */
export function ExplorePhone({ theme }: { readonly theme: Theme }) {
  const { t } = useSpeech()
  return (
    <div className="phone">
      <UpdateBar />
      <header className="phone-top">
        <h1 className="visually-hidden">SMAP Atlas</h1>
        <SearchPlace />
        <div className="phone-switches">
          <Switches theme={theme} />
          <PageMenu />
        </div>
      </header>
      <main className="stage phone-stage">
        <MapStage theme={theme} />
      </main>
      <Sheet theme={theme} label={t('sheet.label')} />
      <NumberDialogPlace />
      <InsideDialogPlace />
    </div>
  )
}

/** The pages, behind one button. */
function PageMenu() {
  const { t } = useSpeech()
  return (
    <>
      <button type="button" className="rail-item is-switch" popoverTarget="page-menu" aria-label={t('rail.label')}>
        <Icon name="menu" size={20} />
      </button>
      <nav id="page-menu" className="page-menu" popover="auto" aria-label={t('rail.label')}>
        <PageLinks />
      </nav>
    </>
  )
}

type TabId = 'regions' | 'filters' | 'table' | 'selection'

/** The chosen tab; pointing at something on the map turns to what it is. */
function useTab() {
  const [view] = useView()
  const selected = view.select === null ? null : `${view.select.dataset}:${view.select.id}`
  const [chosen, setChosen] = useState<{ tab: TabId; when: string | null }>({ tab: 'regions', when: null })
  const tab: TabId = selected !== null && chosen.when !== selected ? 'selection' : chosen.tab
  return { tab, choose: (key: Key) => setChosen({ tab: key as TabId, when: selected }) }
}

function Sheet({ theme, label }: { readonly theme: Theme; readonly label: string }) {
  const { t } = useSpeech()
  const [height, setHeight] = useState<Height>('half')
  const { tab, choose } = useTab()
  const next = heights[(heights.indexOf(height) + 1) % heights.length] ?? 'half'
  const tabs: readonly TabId[] = ['regions', 'filters', 'table', 'selection']
  return (
    <aside className="sheet" aria-label={label} style={{ blockSize: share[height] }}>
      <Button className="sheet-grip" aria-label={t(`sheet.to_${next}`)} onPress={() => setHeight(next)} />
      <Tabs className="tabs" selectedKey={tab} onSelectionChange={choose}>
        <TabList className="tab-list" aria-label={label}>
          {tabs.map((id) => (
            <Tab key={id} id={id} className="tab">
              {t(`sheet.${id}`)}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="regions" className="tab-panel">
          <RegionPanel />
        </TabPanel>
        <TabPanel id="filters" className="tab-panel">
          <div className="panel-section">
            <RegionFilter />
          </div>
          <FilterPanel />
          <LayerList theme={theme} />
          <DroppedPlace />
        </TabPanel>
        <TabPanel id="table" className="tab-panel">
          <header className="drawer-head">
            <MineTableHead />
          </header>
          <MineTablePlace />
        </TabPanel>
        <TabPanel id="selection" className="tab-panel">
          <SelectionPlace />
        </TabPanel>
      </Tabs>
    </aside>
  )
}
