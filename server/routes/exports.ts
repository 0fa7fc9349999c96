import { createRoute, z } from '@hono/zod-openapi'
import { badParameters } from '#server/engine/parameters.ts'
import { collectionJob } from '#server/export/collection-job.ts'
import { indicatorJob } from '#server/export/indicator-job.ts'
import { findCollection } from '#server/routes/collection.ts'
import { queryTexts } from '#server/routes/context.ts'
import { answerExport, fileChoiceNames, fileChoiceQuery, fileContent } from '#server/routes/export-answer.ts'
import { findIndicator } from '#server/routes/indicator-answer.ts'
import { readIndicatorParameters } from '#server/routes/indicator-values.ts'
import { newRoutes } from '#server/routes/new-routes.ts'
import { allParameterIds, querySchema } from '#server/routes/schemas.ts'
import { readSelection } from '#server/routes/selection-request.ts'

const responses = {
  200: {
    description: 'An archive with the rows, dictionary, statement and metadata, or one of its files',
    content: fileContent,
  },
}

const ofCollection = createRoute({
  method: 'get',
  path: '/collections/{collectionId}/export',
  operationId: 'exportCollection',
  summary: 'All selected features as a file',
  request: {
    params: z.object({ collectionId: z.string() }),
    query: z
      .object({ ...fileChoiceQuery, bbox: z.string().optional(), ids: z.string().optional() })
      .catchall(z.string()),
  },
  responses,
})
const ofRows = createRoute({
  method: 'get',
  path: '/indicators/{indicatorId}/rows/export',
  operationId: 'exportIndicatorRows',
  summary: 'The rows behind a number as a file',
  request: {
    params: z.object({ indicatorId: z.string() }),
    query: querySchema(allParameterIds).extend(fileChoiceQuery),
  },
  responses,
})

/** Typed as the archive that it is by default. */
const asArchive = (response: Response) => response as never

/** Rows to take away, with what is needed to cite and repeat them. */
export const exportRoutes = () =>
  newRoutes()
    .openapi(ofCollection, async (c) => {
      const collection = findCollection(c.req.valid('param').collectionId)
      const texts = queryTexts(c)
      const paging = ['limit', 'offset'].filter((name) => name in texts)
      if (paging.length > 0) {
        throw badParameters(
          paging.map((parameter) => ({ parameter, reason: 'means nothing here: an export holds every row' })),
        )
      }
      const { selection } = readSelection(collection, texts, { others: fileChoiceNames, maxItems: 1 })
      return asArchive(await answerExport(c, { job: collectionJob(selection) }))
    })
    .openapi(ofRows, async (c) => {
      const { indicator } = findIndicator(c.req.valid('param').indicatorId)
      const { values } = readIndicatorParameters(indicator, queryTexts(c), 'rows', fileChoiceNames)
      return asArchive(await answerExport(c, { job: indicatorJob(indicator, values) }))
    })
