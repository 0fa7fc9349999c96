import { describe, expect, test } from 'vitest'
import { publicCollections } from '#server/routes/collection.ts'
import { conformsTo } from '#server/routes/conformance-classes.ts'
import { type Answer, tinyApp } from '#test/setup/tiny-app.ts'

const tiny = tinyApp()
const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'

interface Link {
  readonly rel: string
  readonly href: string
  readonly type?: string
}
interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly style?: string
  readonly explode?: boolean
  readonly schema: Record<string, unknown>
}

const linksOf = ({ json }: Answer): Link[] => json.links as unknown as Link[]
const linkTo = (answer: Answer, rel: string): Link | undefined => linksOf(answer).find((link) => link.rel === rel)
const ids = publicCollections.map(({ id }) => id)
/** A dataset, an overlay and an indicator of each geometry: following a link may mean writing a file in every format. */
const oneOfEachKind = [
  ...['pilot_mines', 'protected_areas', 'programme', 'mine_exposure', 'areas_near_mines', 'output_scores'],
  ...['indicator_hr_01_by_mine', 'indicator_en_01_by_country', 'indicator_pc_01_by_region'],
]

interface Description {
  readonly paths: Record<string, { get: { parameters: (Parameter & { $ref?: string })[] } }>
  readonly components: { parameters: Record<string, Parameter> }
}
let described: Promise<Answer> | undefined

/** Parameters of an operation, references followed. */
async function parametersOf(path: string): Promise<Map<string, Parameter>> {
  described ??= tiny.get('/api/openapi.json')
  const document = (await described).json as unknown as Description
  const own = document.paths[path]?.get.parameters ?? []
  const followed = own.map((one) => document.components.parameters[one.$ref?.split('/').at(-1) ?? ''] ?? one)
  return new Map(followed.map((one) => [one.name, one]))
}

describe('/conf/core/root-success', () => {
  test('the landing page leads to the description, the documentation, conformance and the data', async () => {
    const landing = await tiny.get('/api', { accept: 'application/json' })
    expect(landing.json.title).toBe('SMAP Atlas')
    expect(linkTo(landing, 'service-desc')?.type).toBe('application/vnd.oai.openapi+json;version=3.0')
    for (const rel of ['self', 'alternate', 'service-doc', 'conformance', 'data']) {
      expect(linkTo(landing, rel)).toBeDefined()
    }
  })

  test('every link of the landing page is whole and is answered with its type', async () => {
    for (const { href, type = '' } of linksOf(await tiny.get('/api'))) {
      const answer = await tiny.get(new URL(href).pathname + new URL(href).search)
      expect(answer.status, href).not.toBe(404)
      if (answer.status === 200) expect(answer.headers.get('content-type'), href).toContain(type.split(';')[0])
    }
  })

  test('/conf/core/api-definition-success: the description is OpenAPI 3.0, at the address that was asked', async () => {
    const { headers, json } = await tiny.get('/api/openapi.json')
    expect(headers.get('content-type')).toBe('application/vnd.oai.openapi+json;version=3.0')
    expect(json.openapi).toMatch(/^3\.0\./)
    expect(json.servers).toEqual([{ url: 'http://localhost/api' }])
  })
})

test('/conf/core/conformance-success: the classes of Features 1 to 3, CQL2, Tiles and Processes, each once', async () => {
  const { json } = await tiny.get('/api/conformance')
  expect(json.conformsTo).toEqual(conformsTo)
  expect(new Set(conformsTo).size).toBe(conformsTo.length)
  for (const one of ['ogcapi-features-1/1.0/conf/core', 'ogcapi-features-2/1.0/conf/crs', 'cql2/1.0/conf/cql2-text']) {
    expect(conformsTo).toContain(`http://www.opengis.net/spec/${one}`)
  }
})

describe('/conf/core/fc-md-success', () => {
  test('collections have links to themselves and to their page, and the list of systems', async () => {
    const answer = await tiny.get('/api/collections')
    expect(linkTo(answer, 'self')?.type).toBe('application/json')
    expect(linkTo(answer, 'alternate')?.type).toBe('text/html')
    expect((answer.json.crs as unknown as string[])[0]).toBe(crs84)
  })

  test('each says what it is, in one language and in both', async () => {
    const listed = (await tiny.get('/api/collections')).json.collections as unknown as Record<string, unknown>[]
    expect(listed.map(({ id }) => id)).toEqual(ids)
    for (const { links: _, ...inList } of listed) {
      const { json } = await tiny.get(`/api/collections/${inList.id}`)
      expect(json).toMatchObject(inList)
      const { title, titles, itemType } = json as unknown as { title: string; titles: { en: string }; itemType: string }
      expect([title, itemType]).toEqual([titles.en, 'feature'])
    }
  })

  test.each(oneOfEachKind)('%s has links that are answered', async (id) => {
    const answer = await tiny.get(`/api/collections/${id}`)
    for (const { href, rel, type } of linksOf(answer)) {
      expect([typeof rel, typeof type]).toEqual(['string', 'string'])
      if (rel === 'license' || rel === 'enclosure') continue
      const url = new URL(href)
      const followed = await tiny.get(`${url.pathname}${url.search}${url.search ? '&' : '?'}`)
      expect(followed.status, href).toBe(200)
    }
  })

  test('a spatial collection lists the systems its features come in, the stored one first', async () => {
    const { json } = await tiny.get('/api/collections/pilot_mines')
    expect(json.storageCrs).toBe(crs84)
    expect((json.crs as unknown as string[])[0]).toBe(crs84)
    expect((await tiny.get('/api/collections/programme')).json.crs).toBeUndefined()
  })

  test('the extent holds every feature, in space and in time', async () => {
    const { json } = await tiny.get('/api/collections/incident_reports')
    const extent = json.extent as unknown as {
      spatial: { bbox: [[number, number, number, number]] }
      temporal: { interval: [[string, string]] }
    }
    const [bbox] = extent.spatial.bbox
    const [interval] = extent.temporal.interval
    const query = new URLSearchParams({ bbox: bbox.join(','), datetime: interval.join('/') })
    const within = await tiny.get(`/api/collections/incident_reports/items?${query}`)
    const all = await tiny.get('/api/collections/incident_reports/items')
    expect(within.json.numberMatched).toBe(all.json.numberMatched)
  })
})

describe('/conf/core/fc-*-definition', () => {
  test.each(['/collections/{collectionId}/items', ...ids.map((id) => `/collections/${id}/items`)])(
    '%s defines limit, bbox, datetime and crs as the standard has them',
    async (path) => {
      const parameters = await parametersOf(path)
      const query = { in: 'query', required: false, style: 'form', explode: false }
      expect(parameters.get('limit')).toMatchObject(query)
      expect(parameters.get('limit')?.schema).toMatchObject({ type: 'integer', minimum: 1, maximum: 4, default: 4 })
      expect(parameters.get('bbox')).toMatchObject(query)
      expect(parameters.get('bbox')?.schema).toMatchObject({
        type: 'array',
        items: { type: 'number' },
        oneOf: [
          { minItems: 4, maxItems: 4 },
          { minItems: 6, maxItems: 6 },
        ],
      })
      expect(parameters.get('datetime')).toMatchObject({ ...query, schema: { type: 'string' } })
      for (const name of ['crs', 'bbox-crs', 'filter-crs']) {
        expect(parameters.get(name)).toMatchObject({ ...query, schema: { type: 'string', format: 'uri' } })
      }
    },
  )

  test('a collection defines its own parameters with codes, bounds, units and defaults', async () => {
    const parameters = await parametersOf('/collections/mine_exposure/items')
    expect(parameters.get('radius_km')?.schema).toEqual({ type: 'number', minimum: 0, maximum: 50, default: 10 })
    expect(parameters.get('region')?.schema).toMatchObject({
      type: 'array',
      items: { enum: ['AFR', 'LAC', 'SEA', 'CAS'] },
    })
    expect(parameters.get('tier')?.schema.enum).toContain('TU')
  })
})

describe('/conf/core/query-param-unknown and query-param-invalid', () => {
  test.each(ids)('%s refuses a parameter that it does not have and a value that it can not take', async (id) => {
    for (const query of ['unknownQueryParameter=1', 'limit=unlimited', 'limit=0', 'f=pdf', 'crs=nope']) {
      const { status, headers } = await tiny.get(`/api/collections/${id}/items?${query}`)
      expect([status, headers.get('content-type')], query).toEqual([400, 'application/problem+json'])
    }
  })

  test.each(['/api', '/api/conformance', '/api/collections', '/api/collections/mines', '/api/processes'])(
    '%s too',
    async (path) => expect((await tiny.get(`${path}?unknownQueryParameter=1`)).status).toBe(400),
  )
})

describe('queryables', () => {
  test.each(ids)('%s: /conf/queryables/get-queryables-response', async (id) => {
    const { headers, json } = await tiny.get(`/api/collections/${id}/queryables`)
    expect(headers.get('content-type')).toBe('application/schema+json')
    expect(json).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `http://localhost/api/collections/${id}/queryables`,
      type: 'object',
    })
    const own = publicCollections.find((one) => one.id === id)
    expect(Object.keys(json.properties ?? {}).filter((name) => name !== 'geometry')).toEqual(
      Object.keys(own?.fields ?? {}),
    )
  })
})
