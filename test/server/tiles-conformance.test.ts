import { describe, expect, test } from 'vitest'
import { tinyApp } from '#test/setup/tiny-app.ts'

const tiny = tinyApp()
const tilesets = 'http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector'
const tilingScheme = 'http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme'
const uri = 'http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad'

interface Link {
  readonly rel: string
  readonly href: string
  readonly type?: string
  readonly templated?: boolean
}
interface Tileset {
  readonly dataType: string
  readonly crs: string
  readonly tileMatrixSetURI: string
  readonly links: readonly Link[]
  readonly tileMatrixSetLimits: readonly { tileMatrix: string; maxTileRow: number; minTileCol: number }[]
}

const read = async <T>(path: string): Promise<T> => (await tiny.get(path)).json as unknown as T
const linkOf = ({ links }: { links: readonly Link[] }, rel: string): Link => {
  const found = links.find((link) => link.rel === rel)
  if (found === undefined) throw new Error(`no link ${rel}`)
  return found
}

/** Abstract tests of OGC API Tiles Part 1 (20-057), on every collection that has tiles. */
async function tiledCollections(): Promise<string[]> {
  const { collections } = await read<{ collections: { id: string; geometry: string; links: Link[] }[] }>(
    '/api/collections',
  )
  for (const { id, geometry, links } of collections) {
    expect(
      links.some(({ rel }) => rel === tilesets),
      id,
    ).toBe(geometry !== 'none')
  }
  return collections.filter(({ geometry }) => geometry !== 'none').map(({ id }) => id)
}

describe('OGC API Tiles', () => {
  test('/conf/geodata-tilesets/desc-links: each collection with a geometry links to its tilesets, and no other', async () => {
    expect((await tiledCollections()).length).toBeGreaterThan(10)
  })

  test('/conf/tilesets-list/tileset-links: each list has data type, CRS, set, and links that answer 200', async () => {
    for (const id of await tiledCollections()) {
      const { tilesets: listed } = await read<{ tilesets: Tileset[] }>(`/api/collections/${id}/tiles`)
      for (const one of listed) {
        expect(one).toMatchObject({
          dataType: 'vector',
          crs: 'http://www.opengis.net/def/crs/EPSG/0/3857',
          tileMatrixSetURI: uri,
        })
        expect(linkOf(one, tilingScheme).type).toBe('application/json')
        for (const { href } of one.links) expect((await tiny.get(href)).status, href).toBe(200)
      }
    }
  })

  test('/conf/tileset/description: the tileset has its set, a templated link of rel item, and the media type of its tiles', async () => {
    for (const id of await tiledCollections()) {
      const set = await read<Tileset>(`/api/collections/${id}/tiles/WebMercatorQuad`)
      expect(set.tileMatrixSetURI).toBe(uri)
      const item = linkOf(set, 'item')
      expect(item).toMatchObject({ templated: true, type: 'application/vnd.mapbox-vector-tile' })
      for (const variable of ['{tileMatrix}', '{tileRow}', '{tileCol}']) expect(item.href).toContain(variable)
      expect(await read<object>(linkOf(set, tilingScheme).href)).toMatchObject({ uri, id: 'WebMercatorQuad' })
    }
  })

  test('/conf/core/tc-success: a tile within the limits answers 200 with its media type, or 204', async () => {
    for (const id of await tiledCollections()) {
      const { href } = linkOf(await read<Tileset>(`/api/collections/${id}/tiles/WebMercatorQuad`), 'item')
      const answer = await tiny.get(
        href.replace('{tileMatrix}', '0').replace('{tileRow}', '0').replace('{tileCol}', '0'),
      )
      expect([200, 204]).toContain(answer.status)
      if (answer.status === 200) expect(answer.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile')
    }
  })

  test('/conf/core/tc-error: a tile outside the limits answers 404', async () => {
    const set = await read<Tileset>('/api/collections/countries/tiles/WebMercatorQuad')
    const { href } = linkOf(set, 'item')
    for (const { tileMatrix, maxTileRow, minTileCol } of set.tileMatrixSetLimits) {
      const path = href
        .replace('{tileMatrix}', tileMatrix)
        .replace('{tileRow}', String(maxTileRow + 1))
        .replace('{tileCol}', String(minTileCol))
      expect((await tiny.get(path)).status, path).toBe(404)
    }
  })

  test('/conf/oas30: operations have the suffixes of the standard', async () => {
    const { paths } = await read<{ paths: Record<string, { get?: { operationId: string } }> }>('/api/openapi.json')
    const tile = '/collections/{collectionId}/tiles/{tileMatrixSetId}'
    expect(paths['/collections/{collectionId}/tiles']?.get?.operationId).toBe('.collection.vector.getTileSetsList')
    expect(paths[tile]?.get?.operationId).toBe('.collection.vector.getTileSet')
    expect(paths[`${tile}/{tileMatrix}/{tileRow}/{tileCol}`]?.get?.operationId).toBe('.collection.vector.getTile')
    expect(paths['/tileMatrixSets']?.get?.operationId).toBe('getTileMatrixSetsList')
    expect(paths['/tileMatrixSets/{tileMatrixSetId}']?.get?.operationId).toBe('getTileMatrixSet')
  })
})
