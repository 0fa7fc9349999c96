import type { Context } from 'hono'
import { crs84 } from '#server/engine/crs.ts'
import { countQuery } from '#server/engine/selection.ts'
import { collectionJob, pageOf } from '#server/export/collection-job.ts'
import { badParameter } from '#server/problem.ts'
import type { Env } from '#server/routes/context.ts'
import { answerExport, fileChoiceNames, sidecars } from '#server/routes/export-answer.ts'
import { type FileFormat, fileFormats } from '#server/routes/items-formats.ts'
import { type ItemsRequest, itemsLinks } from '#server/routes/items-page.ts'

/** Query parameters that say how a file is written; none where the answer is no file. */
export const choicesOfItems = (f: string): readonly string[] =>
  fileFormats.some((format) => format === f) || isSidecar(f) ? fileChoiceNames.filter((name) => name !== 'single') : []

/** Whether `f` asks what a file holds instead of the file. */
export const isSidecar = (f: string | undefined): boolean => sidecars.some((one) => one === f)

/** @throws {Problem} `bad_parameter`: places in files are longitude and latitude */
function pagedJob({ selection, page, crs }: ItemsRequest) {
  if (crs !== crs84) throw badParameter('crs', `can only be ${crs84} for files: choose f=geojson for another`)
  return pageOf(collectionJob(selection), page)
}

/** What the file of a page holds: dictionary, query, sources, citation. @throws {Problem} */
export const writeSidecar = (c: Context<Env>, request: ItemsRequest): Promise<Response> =>
  answerExport(c, { job: pagedJob(request), isBare: true })

/** A page of features as a bare file; links to its description and to the next page are in the header. @throws {Problem} */
export const writeFile =
  (format: FileFormat) =>
  async (c: Context<Env>, request: ItemsRequest): Promise<Response> => {
    const job = pagedJob(request)
    const [counted] = await c.var.engine.rows(countQuery(request.selection), { signal: c.req.raw.signal })
    const response = await answerExport(c, { job, isBare: true, format })
    for (const { rel, href, type } of itemsLinks(c, request, format, Number(counted?.n ?? 0))) {
      if (rel === 'next' || rel === 'prev') response.headers.append('link', `<${href}>; rel="${rel}"; type="${type}"`)
    }
    return response
  }
