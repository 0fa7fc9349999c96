import { defineOverlay } from '#data/define.ts'
import { type Field, int, required, text } from '#data/field.ts'
import { incidentFilter, mineFilter } from '#data/parameters.ts'
import { type Text, term } from '#data/vocabularies/vocabulary.ts'

const count = (label: Text): Field<number> => ({ ...required(int(label, { unit: 'count', min: 0 })), type: 'bigint' })
/** Absent where the snapshot has only the nearest pairs and these can't tell. */
const knownCount = (label: Text): Field<number | null> => ({ ...int(label, { unit: 'count', min: 0 }), type: 'bigint' })

export const layerCounts = defineOverlay({
  id: 'layer_counts',
  title: term('Counts beside the layers', '图层计数'),
  description: term(
    'For each layer: features that the filter leaves, those within the radius of a selected mine (of mines: those that can be placed), and those placed imprecisely.',
    '各图层中筛选后保留的要素数、位于所选矿山指定距离内的要素数（矿山为可定位者），以及位置不精确者。',
  ),
  when: 'query',
  is_internal: true,
  inputs: [
    'all_mines',
    'selected_mines',
    'pairs_kept',
    'public_incidents',
    'selected_incidents',
    'proximity',
    'host_communities',
    'protected_areas',
  ],
  parameters: [...mineFilter, ...incidentFilter, 'radius_km'],
  geometry: 'none',
  key: 'layer',
  name: { en: 'layer' },
  fields: {
    layer: required(text(term('Layer', '图层'))),
    n: count(term('Selected', '所选')),
    in_ring: knownCount(term('In the ring', '距离圈内')),
    imprecise: count(term('Placed imprecisely', '位置不精确')),
  },
})
