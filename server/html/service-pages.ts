import type { z } from '@hono/zod-openapi'
import { html } from 'hono/html'
import { apiCrumb, facts, type Html, linkTo, page, say, table, type View } from '#server/html/layout.ts'
import { named } from '#server/html/values.ts'
import { words } from '#server/html/words.ts'
import type {
  jobListSchema,
  processListSchema,
  processSchema,
  statusInfoSchema,
} from '#server/routes/process-schemas.ts'
import type { conformanceSchema, landingSchema } from '#server/routes/service.ts'

const asJson = [['json', 'JSON']] as const

/** The API's first page. */
export function landingPage(view: View, { titles, descriptions, snapshot }: z.infer<typeof landingSchema>): Html {
  const ways = [
    ['/api/collections', words.collections],
    ['/api/processes', words.processes],
    ['/api/jobs', words.jobs],
    ['/api/conformance', words.conformance],
  ] as const
  const others = [
    ['/api/docs', words.docs],
    ['/api/openapi.json', words.openapi],
    ['/api/indicators', words.indicators],
    ['/api/quality', words.quality],
    ['/', words.map],
  ] as const
  return page(view, {
    title: say(view, titles),
    description: say(view, descriptions),
    crumbs: [],
    body: html`<p>${say(view, descriptions)}</p>
      <ul>
        ${ways.map(([path, text]) => html`<li><a href="${linkTo(view, path)}">${say(view, text)}</a></li>`)}
        ${others.map(([path, text]) => html`<li><a href="${path}">${say(view, text)}</a></li>`)}
      </ul>`,
    formats: asJson,
    snapshot,
  })
}

/** The conformance classes, as addresses. */
export function conformancePage(view: View, { conformsTo, snapshot }: z.infer<typeof conformanceSchema>): Html {
  const title = say(view, words.conformance)
  const note = say(view, words.conformanceNote)
  return page(view, {
    title,
    description: note,
    crumbs: [apiCrumb(view)],
    body: html`<p>${note}</p><ul>${conformsTo.map((one) => html`<li><code>${one}</code></li>`)}</ul>`,
    formats: asJson,
    snapshot,
  })
}

/** What the server can be asked to do. */
export function processesPage(view: View, { processes, snapshot }: z.infer<typeof processListSchema>): Html {
  const title = say(view, words.processes)
  const rows = processes.map(({ id, titles, descriptions }) => [
    html`<a href="${linkTo(view, `/api/processes/${id}`)}">${say(view, titles)}</a>`,
    say(view, descriptions),
  ])
  const columns = [words.name, words.description].map((text) => say(view, text))
  return page(view, {
    title,
    description: title,
    crumbs: [apiCrumb(view)],
    body: table(title, columns, rows),
    formats: asJson,
    snapshot,
  })
}

/** One process: what it is told and what it gives. */
export function processPage(view: View, process: z.infer<typeof processSchema>): Html {
  const parts = (described: Readonly<Record<string, { title: string; description?: string | undefined }>>) =>
    Object.entries(described).map(([id, one]) => [html`<code>${id}</code>`, one.title, one.description ?? ''])
  const columns = [words.field, words.title, words.description].map((text) => say(view, text))
  const [inputs, outputs] = [say(view, words.inputs), say(view, words.outputs)]
  return page(view, {
    title: say(view, process.titles),
    description: say(view, process.descriptions),
    crumbs: [apiCrumb(view), { path: linkTo(view, '/api/processes'), text: say(view, words.processes) }],
    body: html`<p>${say(view, process.descriptions)}</p>
      <h2>${inputs}</h2>
      ${table(inputs, columns, parts(process.inputs))}
      <h2>${outputs}</h2>
      ${table(outputs, columns, parts(process.outputs))}`,
    formats: asJson,
    snapshot: process.snapshot,
  })
}

type Job = z.infer<typeof statusInfoSchema>

/** Jobs of the last day. */
export function jobsPage(view: View, { jobs }: z.infer<typeof jobListSchema>): Html {
  const title = say(view, words.jobs)
  const rows = jobs.map((job: Job) => [
    html`<a href="${linkTo(view, `/api/jobs/${job.jobID}`)}"><code>${job.jobID}</code></a>`,
    job.processID ?? '',
    named(view, job.status),
    `${job.progress ?? 0} %`,
    job.created ?? '',
  ])
  const columns = [words.job, words.process, words.status, words.progress, words.created].map((text) => say(view, text))
  return page(view, {
    title,
    description: title,
    crumbs: [apiCrumb(view)],
    body: rows.length > 0 ? table(title, columns, rows) : html`<p>${say(view, words.noJobs)}</p>`,
    formats: asJson,
  })
}

/** How far a job is. */
export function jobPage(view: View, job: Job): Html {
  const result = job.links.find(({ rel }) => rel.endsWith('/results'))
  return page(view, {
    title: `${say(view, words.job)} ${job.jobID}`,
    description: say(view, words.job),
    crumbs: [apiCrumb(view), { path: linkTo(view, '/api/jobs'), text: say(view, words.jobs) }],
    body: facts([
      [say(view, words.process), job.processID ?? undefined],
      [say(view, words.status), named(view, job.status)],
      [say(view, words.progress), `${job.progress ?? 0} %`],
      [say(view, words.created), job.created ?? undefined],
      [say(view, words.description), job.message],
      [say(view, words.result), result && html`<a href="${result.href}">${say(view, words.result)}</a>`],
    ]),
    formats: asJson,
  })
}
