import type { ParameterId } from '#data/parameters.ts'
import { parameters } from '#data/parameters.ts'
import { type Collection, parametersOf, publicCollections } from '#server/routes/collection.ts'
import { itemsFormats } from '#server/routes/items-formats.ts'
import {
  crsParameter,
  type Described,
  describeField,
  describeParameter,
  narrowingParameters,
  pagingParameters,
} from '#server/routes/items-parameters.ts'
import { isField, takesRegions } from '#server/routes/selection-request.ts'

type Reference = { $ref: string }
export interface Operation {
  operationId?: string
  summary?: string
  description?: string
  tags?: string[]
  parameters?: (Described | Reference | object)[]
  responses: Record<string, object>
}
export type Paths = Record<string, Partial<Record<'get' | 'post' | 'delete', Operation>>>

/** A shared parameter, by name. */
export const refer = (name: string): Reference => ({ $ref: `#/components/parameters/${name}` })
const narrowing = Object.keys(narrowingParameters).map(refer)

/** Parameters that many operations share, by name. */
export const sharedParameters = (maxItems: number): Record<string, Described> => ({
  ...narrowingParameters,
  ...pagingParameters(maxItems),
  crs: crsParameter,
  snapshot: {
    name: 'snapshot',
    in: 'query',
    required: false,
    description: 'A kept snapshot (see /snapshots) that is to answer; the current one unless stated',
    schema: { type: 'string', pattern: '^[0-9a-f]{1,64}$' },
  },
  ...Object.fromEntries((Object.keys(parameters) as ParameterId[]).map((id) => [`of_${id}`, describeParameter(id)])),
})

const isNamed = (parameter: object, names: readonly string[]): boolean =>
  'name' in parameter && names.includes(String(parameter.name))

/** The path parameter `collectionId`, with the ids that there are. */
const collectionIdOf = (collections: readonly Collection[]): Described => ({
  name: 'collectionId',
  in: 'path',
  required: true,
  description: 'A dataset, an overlay or an indicator at one level',
  schema: { type: 'string', enum: collections.map(({ id }) => id) },
})

/** Every parameter of the operation that is declared in the atlas, in full. */
function withDeclared(operation: Operation): void {
  if (operation.parameters === undefined) return
  operation.parameters = operation.parameters.map((parameter) => {
    const name = 'name' in parameter && 'in' in parameter && parameter.in === 'query' ? String(parameter.name) : ''
    return Object.hasOwn(parameters, name) ? refer(`of_${name}`) : parameter
  })
}

const paging = ['limit', 'offset', 'crs', 'f', 'lang', 'snapshot'].map(refer)
const withCollection = publicCollections.filter(({ geometry }) => geometry !== 'none')

/** What an operation below a collection takes, beside what its route says. */
const extraOf = (path: string): Reference[] => {
  if (path.endsWith('/items')) return [...narrowing, ...paging]
  if (path.endsWith('/items/{featureId}')) return [refer('crs'), refer('f'), refer('lang')]
  return /\/(tiles.*|sql|export)$/.test(path) ? narrowing : []
}

/** Give the operations below a collection their parameters, and every operation those of the atlas in full. */
export function describeCollections(paths: Paths): void {
  for (const [path, item] of Object.entries(paths)) {
    for (const operation of [item.get, item.post, item.delete]) {
      if (operation === undefined) continue
      withDeclared(operation)
      if (!path.includes('{collectionId}')) continue
      const extra = extraOf(path)
      const names = ['collectionId', ...extra.map(({ $ref }) => String($ref.split('/').at(-1)))]
      const own = (operation.parameters ?? []).filter((parameter) => !isNamed(parameter, names))
      const ids = collectionIdOf(path.includes('/tiles') ? withCollection : publicCollections)
      operation.parameters = [ids, ...own, ...extra]
    }
  }
}

const tagOf = (collection: Collection): string =>
  'source' in collection ? 'Datasets' : 'indicator' in collection ? 'Indicators as features' : 'Overlays'

function itemsOf(collection: Collection, template: Operation): Operation {
  const { id, title, description, fields } = collection
  const taken = parametersOf(collection).map((name) => refer(`of_${name}`))
  const regions = takesRegions(collection) ? [refer('of_region')] : []
  const own = Object.entries(fields).flatMap(([name, field]) =>
    isField(collection, name) ? [describeField(name, field)] : [],
  )
  return {
    operationId: `getFeatures.${id}`,
    summary: `${title.en} (${title.zh})`,
    description: description.en,
    tags: [tagOf(collection)],
    parameters: [...narrowing, ...paging, ...taken, ...regions, ...own],
    responses: template.responses,
  }
}

/** One path of items for each collection, with everything that it can be asked. */
export function itemsPaths(template: Operation): Paths {
  return Object.fromEntries(
    publicCollections.map((one) => [`/collections/${one.id}/items`, { get: itemsOf(one, template) }]),
  )
}

/** Every media type that items come in. */
export const itemsContent = (known: Readonly<Record<string, object>>): Record<string, object> => ({
  ...Object.fromEntries(
    itemsFormats
      .filter(({ type }) => !(type in known))
      .map(({ type }) => [
        type,
        { schema: type.startsWith('text/html') ? { type: 'string' } : { type: 'string', format: 'binary' } },
      ]),
  ),
  ...known,
})
