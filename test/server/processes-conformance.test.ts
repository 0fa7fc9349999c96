import { describe, expect, test } from 'vitest'
import { send, startJob, until } from '#test/setup/execute.ts'
import { tinyApp } from '#test/setup/tiny-app.ts'

const tiny = tinyApp()
const results = 'http://www.opengis.net/def/rel/ogc/1.0/results'
const isOver = ({ status }: { status: string }) => status === 'successful'

interface Described {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly jobControlOptions: readonly string[]
  readonly outputTransmission: readonly string[]
  readonly inputs: Record<string, { title: string; schema: object; minOccurs: number }>
  readonly outputs: Record<string, { schema: object }>
  readonly links: readonly { rel: string; href: string }[]
}

const read = async <T>(path: string): Promise<T> => (await tiny.get(path)).json as unknown as T

/** Abstract tests of OGC API Processes Part 1 (18-062r2). */
describe('OGC API Processes', () => {
  test('/conf/core/process-list: processes with id, version and links; the landing page leads there', async () => {
    const { links } = await read<{ links: { rel: string; href: string }[] }>('/api')
    expect(links).toContainEqual(
      expect.objectContaining({
        rel: 'http://www.opengis.net/def/rel/ogc/1.0/processes',
        href: 'http://localhost/api/processes',
      }),
    )
    expect(links).toContainEqual(
      expect.objectContaining({
        rel: 'http://www.opengis.net/def/rel/ogc/1.0/job-list',
        href: 'http://localhost/api/jobs',
      }),
    )
    const list = await read<{ processes: Described[]; links: object[] }>('/api/processes')
    expect(list.processes.map(({ id }) => id)).toEqual(['overlay', 'echo'])
    for (const { version, title, jobControlOptions, outputTransmission } of list.processes) {
      expect([typeof version, typeof title]).toEqual(['string', 'string'])
      expect(jobControlOptions).toEqual(['sync-execute', 'async-execute', 'dismiss'])
      expect(outputTransmission).toEqual(['value'])
    }
    expect(list.links.length).toBeGreaterThan(0)
  })

  test('/conf/core/pl-limit-response: no more processes than the limit', async () => {
    expect((await read<{ processes: object[] }>('/api/processes?limit=1')).processes.length).toBe(1)
    for (const limit of ['0', '-1', 'x']) expect((await tiny.get(`/api/processes?limit=${limit}`)).status).toBe(400)
  })

  test('/conf/ogc-process-description: each input and output has a schema', async () => {
    for (const id of ['overlay', 'echo']) {
      const described = await read<Described>(`/api/processes/${id}`)
      for (const { title, schema, minOccurs } of Object.values(described.inputs)) {
        expect([typeof title, typeof schema]).toEqual(['string', 'object'])
        expect([0, 1]).toContain(minOccurs)
      }
      for (const { schema } of Object.values(described.outputs)) expect(schema).toBeTypeOf('object')
      expect(described.links.map(({ rel }) => rel)).toContain('http://www.opengis.net/def/rel/ogc/1.0/execute')
    }
  })

  test('/conf/core/job-creation-default-execution-mode: without a preference the answer is the result', async () => {
    const answer = await send(
      tiny.app,
      { inputs: { message: 'teststring' }, outputs: { message: { transmissionMode: 'value' } } },
      {},
      'echo',
    )
    expect([answer.status, await answer.json(), answer.headers.get('link')]).toEqual([200, 'teststring', null])
  })

  test('/conf/core/job-creation-default-outputs: without outputs all are given', async () => {
    const answer = await send(tiny.app, { inputs: { message: 'teststring' }, response: 'document' }, {}, 'echo')
    expect(await answer.json()).toEqual({ message: 'teststring' })
  })

  test('/conf/core/job-creation-input-validation: what violates a schema is named', async () => {
    const answer = await send(tiny.app, { inputs: { message: 5 } }, {}, 'echo')
    expect([answer.status, await answer.json()]).toEqual([
      400,
      expect.objectContaining({ errors: [expect.objectContaining({ parameter: 'inputs.message' })] }),
    ])
  })

  test('/conf/core/job-creation-success-async: 201, an absolute Location, and a status', async () => {
    const answer = await send(tiny.app, { inputs: { message: 'x' } }, { prefer: 'respond-async ' }, 'echo')
    expect(answer.status).toBe(201)
    expect(String(answer.headers.get('location'))).toMatch(/^http:\/\/[^/]+\/api\/jobs\/[0-9a-f-]{36}$/)
    expect(await answer.json()).toMatchObject({ type: 'process', processID: 'echo', status: 'accepted' })
  })

  test('/conf/core/job-success and job-results: a status with times and a link to its result', async () => {
    const path = await startJob(tiny.app, { message: 'teststring' }, 'echo')
    const status = (await until(tiny.app, path, isOver)) as unknown as {
      links: { rel: string; href: string }[]
      created: string
      started: string
      finished: string
    }
    for (const time of [status.created, status.started, status.finished]) expect(Date.parse(time)).not.toBeNaN()
    const link = status.links.find(({ rel }) => rel === results)
    const answer = await tiny.app.request(String(link?.href))
    expect([answer.status, await answer.json()]).toEqual([200, 'teststring'])
  })

  test('/conf/core/job-exception-no-such-job and job-results-exception-no-such-job', async () => {
    for (const path of ['/api/jobs/none', '/api/jobs/none/results']) {
      const { status, json } = await tiny.get(path)
      expect([status, json.type]).toEqual([
        404,
        'http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/no-such-job',
      ])
    }
  })

  test('/conf/job-list: jobs and links', async () => {
    await startJob(tiny.app, { message: 'x' }, 'echo')
    const { jobs, links } = await read<{ jobs: { jobID: string }[]; links: object[] }>('/api/jobs')
    expect(jobs.length).toBeGreaterThan(0)
    expect(links.length).toBeGreaterThan(0)
  })

  test('/conf/dismiss: a job that is over is gone after it', async () => {
    const path = await startJob(tiny.app, { message: 'x' }, 'echo')
    await until(tiny.app, path, isOver)
    const answer = await tiny.app.request(path, { method: 'DELETE' })
    expect([answer.status, await answer.json()]).toEqual([200, expect.objectContaining({ status: 'dismissed' })])
    expect((await tiny.get(path)).status).toBe(404)
  })

  test('/conf/oas30: operations have the names of the standard, and every problem is described', async () => {
    const { paths } = await read<{
      paths: Record<string, Record<string, { operationId: string; responses: Record<string, object> }>>
    }>('/api/openapi.json')
    const named = Object.values(paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId))
    expect(named).toEqual(
      expect.arrayContaining([
        'getProcesses',
        'getProcessDescription',
        'execute',
        'getJobs',
        'getStatus',
        'getResult',
        'dismiss',
      ]),
    )
    const execute = paths['/processes/{processId}/execution']?.post?.responses
    expect(Object.keys(execute ?? {})).toEqual(expect.arrayContaining(['200', '201', '400', '404', 'default']))
  })

  test.each([
    '/api/processes?nothing=1',
    '/api/processes/echo?nothing=1',
    '/api/jobs?nothing=1',
    '/api/jobs/x?nothing=1',
    '/api/jobs/x/results?nothing=1',
    '/api/tileMatrixSets?nothing=1',
    '/api/tileMatrixSets/WebMercatorQuad?nothing=1',
  ])('%s is refused: its parameter is unknown', async (path) => {
    const { status, headers } = await tiny.get(path)
    expect([status, headers.get('content-type')]).toEqual([400, 'application/problem+json'])
  })

  test('methods that an address does not take are refused with those it takes', async () => {
    for (const [method, path, allow] of [
      ['GET', '/api/processes/echo/execution', 'POST, OPTIONS'],
      ['PUT', '/api/jobs/x', 'GET, HEAD, OPTIONS, DELETE'],
      ['DELETE', '/api/jobs', 'GET, HEAD, OPTIONS'],
      ['POST', '/api/processes', 'GET, HEAD, OPTIONS'],
    ] as const) {
      const answer = await tiny.app.request(path, { method })
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow])
    }
  })
})
