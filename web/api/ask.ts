import { keepPreviousData } from '@tanstack/react-query'
import { api, bodyOf } from '#web/api/client.ts'
import { type FeatureCollection, featuresOf, type Row, rowsOf } from '#web/api/features.ts'

/** Answers that hold as long as the page is open. */
export const longLived = { staleTime: Number.POSITIVE_INFINITY } as const
/** The old answer stays in sight until the new one is there. */
export const calm = { placeholderData: keepPreviousData, staleTime: 300_000 } as const

/** How many features of one layer the page takes at most; a legend says where there are more. */
export const featureLimit = 20_000

export interface FeatureQuestion {
  readonly collection: string
  readonly query: Readonly<Record<string, string>>
}

export const askFeatures = async (
  { collection, query }: FeatureQuestion,
  signal: AbortSignal,
): Promise<FeatureCollection> =>
  featuresOf(
    await bodyOf(
      api.collections[':collectionId'].items.$get(
        { param: { collectionId: collection }, query: { limit: String(featureLimit), ...query } },
        { init: { signal } },
      ),
    ),
  )

export const askRows = async ({ collection, query }: FeatureQuestion, signal: AbortSignal): Promise<readonly Row[]> =>
  rowsOf(
    await bodyOf(
      api.collections[':collectionId'].items.$get(
        { param: { collectionId: collection }, query: { limit: String(featureLimit), f: 'json', ...query } },
        { init: { signal } },
      ),
    ),
  )
