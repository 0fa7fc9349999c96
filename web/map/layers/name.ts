import { CollisionFilterExtension, type CollisionFilterExtensionProps } from '@deck.gl/extensions'
import { TextLayer } from '@deck.gl/layers'
import { type Feature, positionOf } from '#web/api/features.ts'
import { palettes, rgba, type Theme } from '#web/encoding/palette.ts'
import type { Language } from '#web/text/text.ts'

const collision = new CollisionFilterExtension()
/** From this zoom on mines bear their names. */
export const namesFrom = 5

/** Names of mines beside their marks; where two would meet, one waits for a closer look. */
export function nameLayers(features: readonly Feature[], theme: Theme, language: Language): TextLayer<Feature>[] {
  const { text, land } = palettes[theme]
  return [
    new TextLayer<Feature, CollisionFilterExtensionProps<Feature>>({
      id: 'names',
      data: features.filter((feature) => positionOf(feature) !== null),
      getPosition: (feature) => [...(positionOf(feature) ?? [0, 0])],
      getText: ({ properties }) => String((language === 'zh' ? properties.mine_name_zh : null) ?? properties.mine_name),
      getSize: 12,
      getPixelOffset: [10, 0],
      getTextAnchor: 'start',
      getColor: rgba(text),
      outlineColor: rgba(land),
      outlineWidth: 5,
      fontFamily: 'Atlas Sans, sans-serif',
      fontSettings: { sdf: true, fontSize: 48, buffer: 8, radius: 14 },
      characterSet: 'auto',
      extensions: [collision],
      collisionGroup: 'names',
      collisionTestProps: { sizeScale: 1.6 },
      updateTriggers: { getText: [language], getColor: [theme] },
    }),
  ]
}
