import { html, raw } from 'hono/html'
import type { Html } from '#server/html/layout.ts'

/** What search engines are told of a collection. */
export interface Noticed {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly extent?:
    | {
        readonly spatial?: { readonly bbox: readonly (readonly number[])[] } | undefined
        readonly temporal?: { readonly interval: readonly (readonly string[])[] } | undefined
      }
    | undefined
  readonly source?:
    | {
        readonly publisher: { readonly en: string }
        readonly licence_url: string
        readonly date: string
        readonly attribution: string
      }
    | undefined
  readonly links: readonly { readonly rel: string; readonly href: string; readonly type?: string | undefined }[]
}

/** The box as schema.org has it: south west north east. */
function coverage(bbox: readonly number[] | undefined) {
  if (bbox === undefined) return {}
  const [west, south, east, north] = bbox
  return {
    spatialCoverage: { '@type': 'Place', geo: { '@type': 'GeoShape', box: `${south} ${west} ${north} ${east}` } },
  }
}

/** A Dataset of schema.org as JSON-LD: data in a script element that no browser runs. */
export function datasetNotice(collection: Noticed, address: string): Html {
  const { title, description, extent, source, links } = collection
  const [interval] = extent?.temporal?.interval ?? []
  const notice = {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    name: title,
    description,
    url: address,
    inLanguage: ['en', 'zh-Hans'],
    isAccessibleForFree: true,
    ...(source && {
      license: source.licence_url,
      creditText: source.attribution,
      creator: { '@type': 'Organization', name: source.publisher.en },
      dateModified: source.date,
    }),
    ...coverage(extent?.spatial?.bbox[0]),
    ...(interval && { temporalCoverage: interval.join('/') }),
    distribution: links
      .filter(({ rel, type }) => rel === 'items' && type !== 'text/html')
      .map(({ href, type }) => ({ '@type': 'DataDownload', encodingFormat: type, contentUrl: href })),
  }
  const text = JSON.stringify(notice).replaceAll('<', '\\u003c')
  return html`<script type="application/ld+json">${raw(text)}</script>`
}
