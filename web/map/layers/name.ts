import { TextLayer } from '@deck.gl/layers'
import { type Feature, positionOf } from '#web/api/features.ts'
import { palettes, rgba, type Theme } from '#web/encoding/palette.ts'
import { type Name, placeNames } from '#web/map/name-places.ts'
import type { Language } from '#web/text/text.ts'

/** From this zoom on mines bear their names, host communities later. */
export const namesFrom = 5
const communitiesFrom = 7.5

interface Styled extends Name {
  readonly isMine: boolean
}

const styledNames = (
  features: readonly Feature[],
  en: string,
  zh: string,
  isMine: boolean,
  language: Language,
): Styled[] =>
  features.flatMap((feature) => {
    const position = positionOf(feature)
    const { properties } = feature
    const text = (language === 'zh' ? properties[zh] : null) ?? properties[en]
    return position === null ? [] : [{ text: String(text), position, isMine }]
  })

interface Options {
  readonly mines: readonly Feature[]
  readonly communities: readonly Feature[]
  readonly zoom: number
  readonly theme: Theme
  readonly language: Language
}

/** Names of mines and host communities beside their marks; where two would meet, one waits for a closer look. */
export function nameLayers({ mines, communities, zoom, theme, language }: Options): TextLayer<Styled>[] {
  const { text, muted, land } = palettes[theme]
  const names = [
    ...styledNames(mines, 'mine_name', 'mine_name_zh', true, language),
    ...(zoom >= communitiesFrom ? styledNames(communities, 'name', 'name_zh', false, language) : []),
  ]
  const data = placeNames(names, zoom)
  return [
    new TextLayer<Styled>({
      id: 'names',
      data,
      getPosition: ({ position: [longitude, latitude] }) => [longitude, latitude],
      getText: (name) => name.text,
      getSize: 12,
      getPixelOffset: [9, 0],
      getTextAnchor: 'start',
      getAlignmentBaseline: 'center',
      getColor: ({ isMine }) => rgba(isMine ? text : muted),
      outlineColor: rgba(land),
      outlineWidth: 3.5,
      fontFamily: 'Atlas Sans, Atlas Sans SC, sans-serif',
      fontSettings: { sdf: true, fontSize: 26, buffer: 5, radius: 7, cutoff: 0.2, smoothing: 0.2 },
      characterSet: [...new Set(data.flatMap((name) => [...name.text]))],
      updateTriggers: { getColor: [theme] },
    }),
  ]
}
