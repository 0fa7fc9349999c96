import type { Layer } from '#data/encoding.ts'
import { formatCount } from '#web/encoding/format.ts'
import { palettes, type Theme } from '#web/encoding/palette.ts'
import type { LayerScales, LegendEntry } from '#web/encoding/scale.ts'
import { Swatch } from '#web/panels/swatch.tsx'
import { useSpeech } from '#web/text/text.ts'

interface Props {
  readonly layer: Layer
  readonly scales: LayerScales
  readonly theme: Theme
}

/** The legend of one layer, from the same scales that draw it. */
export function Legend({ layer, scales, theme }: Props) {
  const { t } = useSpeech()
  const entries = [...scales.colour.legend, ...scales.size.legend, ...(scales.shape?.legend ?? [])]
  return (
    <ul className="legend">
      {entries.map((entry) => (
        <li key={keyOf(entry)} className="legend-entry">
          <EntrySwatch entry={entry} layer={layer} scales={scales} theme={theme} />
          <EntryWords entry={entry} layer={layer} />
        </li>
      ))}
      {layer.hasHalo ? <li className="legend-entry">{t('legend.accuracy')}</li> : null}
      {layer.approximate === undefined ? null : <li className="legend-entry">{t('legend.approximate_area')}</li>}
      {entries.length === 0 && layer.approximate === undefined ? (
        <li className="legend-entry">{t('legend.constant')}</li>
      ) : null}
    </ul>
  )
}

const keyOf = (entry: LegendEntry): string =>
  entry.kind === 'step' ? `step-${entry.from}` : entry.kind === 'no_data' ? 'no_data' : `${entry.kind}-${entry.code}`

interface EntryProps extends Props {
  readonly entry: LegendEntry
}

function EntrySwatch({ entry, layer, scales, theme }: EntryProps) {
  const neutral = scales.colour.legend.length > 0 ? palettes[theme].muted : scales.colour.of({})
  switch (entry.kind) {
    case 'code':
      return <Swatch layer={layer} colour={entry.colour} theme={theme} />
    case 'shape':
      return <Swatch layer={layer} colour={neutral} theme={theme} shape={entry.shape} />
    default:
      return <Swatch layer={layer} colour={neutral} theme={theme} px={entry.px} />
  }
}

function EntryWords({ entry, layer }: Pick<EntryProps, 'entry' | 'layer'>) {
  const { t, language, nameOf } = useSpeech()
  switch (entry.kind) {
    case 'code':
      return layer.colour.scale === 'category' ? <span>{nameOf(layer.colour.vocabulary, entry.code)}</span> : null
    case 'shape':
      return layer.shape === undefined ? null : <span>{nameOf(layer.shape.groups, entry.code)}</span>
    case 'no_data':
      return <span>{t('legend.population_unknown')}</span>
    case 'step': {
      const from = formatCount(entry.from, language)
      const to = entry.to === null ? null : formatCount(entry.to, language)
      if (to === null) return <span>{t('legend.step_from', { from })}</span>
      return <span>{entry.from === 0 ? t('legend.step_below', { to }) : `${from}–${to}`}</span>
    }
  }
}
