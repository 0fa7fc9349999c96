import { afterAll, beforeAll } from 'vitest'
import { createApp } from '#server/app.ts'
import type { DuckdbLimits } from '#server/engine/duckdb-limits.ts'
import { EngineHolder } from '#server/engine/engine-source.ts'
import { openTinyWorld, type TinyWorld } from '#test/setup/tiny-world.ts'

export type App = ReturnType<typeof createApp>

interface Opened {
  readonly app: App
  readonly world: TinyWorld
  /** GET a path; the body as text and, where it is JSON, read. */
  get(path: string, headers?: Record<string, string>): Promise<Answer>
}

/** JSON of unknown shape that can be walked without a cast; what is not there is undefined. */
export interface Tree {
  readonly [name: string]: Tree
  readonly [index: number]: Tree
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body read as JSON, as a tree of which a test picks what it expects. */
  readonly json: Tree
}

/**
 * The app on the tiny world, opened before the tests of a file and closed after them.
 * @param more statements run on top, e.g. `programmeRows`
 */
export function tinyApp(limits: Partial<DuckdbLimits> = {}, more = ''): Opened {
  const opened: { app?: App; world?: TinyWorld } = {}
  beforeAll(async () => {
    opened.world = await openTinyWorld(limits, more)
    opened.app = createApp({ engines: new EngineHolder(opened.world.engine), maxItems: 4 })
  })
  afterAll(() => opened.world?.close())
  const present = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('the tiny world is not open yet')
    return value
  }
  return {
    get app() {
      return present(opened.app)
    },
    get world() {
      return present(opened.world)
    },
    async get(path, headers = {}) {
      const response = await present(opened.app).request(path, { headers })
      const text = await response.text()
      const isJson = /json/.test(response.headers.get('content-type') ?? '')
      return {
        status: response.status,
        headers: response.headers,
        text,
        json: isJson && text ? JSON.parse(text) : undefined,
      }
    },
  }
}
