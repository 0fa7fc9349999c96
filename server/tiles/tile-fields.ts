import type { Dataset, Overlay } from '#data/define.ts'
import type { Layer } from '#data/encoding.ts'
import type { Field } from '#data/field.ts'

type Collection = Dataset | Overlay

/** How many features stand behind a point that was thinned out. */
export const thinnedField = 'n_here'

function encodedFields({ colour, size, shape, approximate }: Layer): string[] {
  return [
    ...(colour.scale === 'category' ? [colour.field] : []),
    ...(size.scale === 'steps' ? [size.field] : []),
    ...(shape ? [shape.field] : []),
    ...(approximate ? [approximate] : []),
  ]
}

/** The fields that a tile carries: key and names, what the map draws by, what popup and table show. All others stay behind. */
export function tileFields({ key, name, layer, popup = [], table = [], fields }: Collection): [string, Field][] {
  const wanted = [
    key,
    name.en,
    ...(name.zh ? [name.zh] : []),
    ...(layer ? encodedFields(layer) : []),
    ...popup,
    ...table,
  ]
  return [...new Set(wanted)].flatMap((id) => {
    const field = fields[id]
    return field === undefined ? [] : [[id, field] as [string, Field]]
  })
}

/** The field that says which of several points in one pixel is drawn: the one that sizes them. */
export function rankField({ layer }: Collection): string | undefined {
  return layer?.size.scale === 'steps' ? layer.size.field : undefined
}

/** Whether far levels show one point for each pixel. */
export const isThinned = ({ geometry }: Collection): boolean => geometry === 'point'
