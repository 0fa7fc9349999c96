import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { datasets } from '#data/catalog.ts'
import type { Layer } from '#data/encoding.ts'
import { type Facets, facetsQuery } from '#web/api/queries.ts'
import { formatCount } from '#web/encoding/format.ts'
import type { Theme } from '#web/encoding/palette.ts'
import { layerScales } from '#web/encoding/scale.ts'
import { Legend } from '#web/panels/legend.tsx'
import { Swatch } from '#web/panels/swatch.tsx'
import { useFilter, useView } from '#web/state/use-view.ts'
import { type DrawnDataset, drawnDatasets } from '#web/state/view.ts'
import { useSpeech } from '#web/text/text.ts'
import { IconButton } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/checkbox.tsx'

/** What the map shows, how it is drawn, and how many of each the filter and the ring leave. */
export function LayerList({ theme }: { readonly theme: Theme }) {
  const { t } = useSpeech()
  const { data: facets } = useQuery(facetsQuery(useFilter()))
  return (
    <section className="panel-section" aria-labelledby="layers-heading">
      <h2 id="layers-heading" className="section-title">
        {t('layers.title')}
      </h2>
      <ul className="layers">
        {drawnDatasets.map((id) => (
          <LayerRow key={id} id={id} theme={theme} facets={facets} />
        ))}
      </ul>
      <p className="panel-note">{t('layers.note')}</p>
    </section>
  )
}

interface RowProps {
  readonly id: DrawnDataset
  readonly theme: Theme
  readonly facets: Facets | undefined
}

function LayerRow({ id, theme, facets }: RowProps) {
  const { t, say } = useSpeech()
  const [view, change] = useView()
  const [isOpen, setOpen] = useState(false)
  const { title, description } = datasets[id]
  const layer: Layer = datasets[id].layer
  const scales = layerScales(layer, theme)
  const isShown = !view.hide.includes(id)
  const show = (isOn: boolean) => {
    const hide = isOn ? view.hide.filter((hidden) => hidden !== id) : [...view.hide, id]
    change({ hide: drawnDatasets.filter((dataset) => hide.includes(dataset)) })
  }
  return (
    <li className="layer">
      <div className="layer-row">
        <Checkbox isSelected={isShown} onChange={show}>
          <Swatch layer={layer} colour={scales.colour.of(sample(layer))} theme={theme} />
          <span title={say(description)}>{say(title)}</span>
        </Checkbox>
        <LayerCount id={id} facets={facets} />
        <IconButton
          icon={isOpen ? 'up' : 'down'}
          label={t(isOpen ? 'layers.hide_legend' : 'layers.show_legend', { layer: say(title) })}
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        />
      </div>
      {isOpen ? <Legend layer={layer} scales={scales} theme={theme} /> : null}
    </li>
  )
}

/** Properties whose colour stands for the whole layer. */
const sample = (layer: Layer): Readonly<Record<string, unknown>> =>
  layer.colour.scale === 'category' ? { [layer.colour.field]: layer.colour.palette === 'region' ? 'AFR' : '4' } : {}

function LayerCount({ id, facets }: Omit<RowProps, 'theme'>) {
  const { t, language } = useSpeech()
  const counts = facets?.layers[id]
  if (counts === undefined) return <span className="layer-count is-waiting" />
  const all = formatCount(counts.n, language)
  if (id === 'pilot_mines' || id === 'mines') return <span className="layer-count">{all}</span>
  const inRing = counts.in_ring === null ? t('value.no_data') : formatCount(counts.in_ring, language)
  return (
    <span className="layer-count" title={t('layers.count_help', { inRing, all })}>
      {inRing}
      <span className="layer-count-all"> / {all}</span>
    </span>
  )
}
