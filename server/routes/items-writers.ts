import type { Context } from 'hono'
import type { Env } from '#server/routes/context.ts'
import { writeFile } from '#server/routes/items-file.ts'
import { type ItemsFormatId, itemsFormat } from '#server/routes/items-formats.ts'
import { findFeatures, findRows, type ItemsRequest, itemsLinks } from '#server/routes/items-page.ts'

type ItemsWriter = (c: Context<Env>, request: ItemsRequest) => Response | Promise<Response>

const comma = Buffer.from(',')

/** GeoJSON as the engine made it, between a head and an end of our own; bytes throughout, since a text of 15 MB takes twice as long. */
async function writeGeojson(c: Context<Env>, request: ItemsRequest): Promise<Response> {
  const { pieces, numberReturned, numberMatched } = await findFeatures(c, request)
  const head = JSON.stringify({
    type: 'FeatureCollection',
    timeStamp: new Date().toISOString(),
    snapshot: c.var.engine.manifest.snapshot,
    numberMatched,
    numberReturned,
    links: itemsLinks(c, request, 'geojson', numberMatched),
  })
  const features = pieces.flatMap((piece, index) => (index > 0 ? [comma, piece] : [piece]))
  const body = Buffer.concat([Buffer.from(`${head.slice(0, -1)},"features":[`), ...features, Buffer.from(']}')])
  return c.body(body, 200, { 'content-type': itemsFormat('geojson').type, 'content-crs': `<${request.crs}>` })
}

/** Rows without geometry; the page for people is made of them (`server/html`). */
const writeRows =
  (f: ItemsFormatId): ItemsWriter =>
  async (c, request) => {
    const { rows, numberMatched } = await findRows(c, request)
    const { snapshot } = c.var.engine.manifest
    const links = itemsLinks(c, request, f, numberMatched)
    return c.json({ snapshot, numberMatched, numberReturned: rows.length, links, rows })
  }

/** How each format is written. */
export const itemsWriters: Readonly<Record<ItemsFormatId, ItemsWriter>> = {
  geojson: writeGeojson,
  json: writeRows('json'),
  html: writeRows('html'),
  csv: writeFile('csv'),
  jsonfg: writeFile('jsonfg'),
  parquet: writeFile('parquet'),
  gpkg: writeFile('gpkg'),
  fgb: writeFile('fgb'),
  xlsx: writeFile('xlsx'),
  shp: writeFile('shp'),
}
