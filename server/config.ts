import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** The folder that holds `data/`, `server/`, `web/`. */
export const repositoryDir = fileURLToPath(new URL('..', import.meta.url))

const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max)
const folder = z
  .string()
  .min(1)
  .transform((path) => resolve(path))
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const environment = z.object({
  PORT: whole(0, 65_535).default(8080),
  HOST: z.string().min(1).default('localhost'),
  DATA_DIR: folder.default(resolve(repositoryDir, 'data')),
  CACHE_DIR: folder.default(resolve(repositoryDir, '.cache')),
  LOG_LEVEL: z.enum(logLevels).default('info'),
  /** DuckDB overshoots its limit by up to 1.7 times (engineering.md 5.2), so this is about half of what the process may use. */
  MEMORY_LIMIT: z
    .string()
    .regex(/^\d+(\.\d+)?(MB|GB)$/, 'a number followed by MB or GB')
    .default('2GB'),
  THREADS: whole(1, 256).optional(),
  QUERY_TIMEOUT_S: whole(1, 3_600).default(30),
  HEAVY_QUERIES: whole(1, 12).default(2),
  QUEUE: whole(0, 1_000).default(8),
  MAX_ITEMS: whole(1, 10_000_000).default(100_000),
  CLOSED_DATA: z.enum(['show', 'withhold']).optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'an address such as https://atlas.example' })
    .refine(
      (url) => URL.canParse(url) && new URL(url).href === `${new URL(url).origin}/`,
      'only a scheme, a name and a port',
    )
    .transform((url) => new URL(url).origin)
    .optional(),
  /** Above so many pairs of a mine and a feature, prepare keeps counts in distance bins and the nearest pairs (docs/decisions/0080). */
  PAIR_BUDGET: whole(1, 1_000_000_000).default(50_000_000),
  PROCESS_TOKEN: z.string().min(16, 'at least 16 characters').optional(),
})

/** Every setting of the server and of prepare, checked. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Holds `source/` (files to read) and `prepared/` (snapshots). */
  readonly dataDir: string
  /** Holds what can be fetched again, such as the spatial extension. */
  readonly cacheDir: string
  readonly logLevel: (typeof logLevels)[number]
  /** DuckDB notation, e.g. `2GB`. */
  readonly memoryLimit: string
  /** Of all questions together: half of the machine, since a page asks several at once, each on a thread of its own besides. */
  readonly threads: number
  /** Of prepare, which has one thing to do: the whole machine. */
  readonly prepareThreads: number
  readonly queryTimeoutSeconds: number
  readonly heavyQueries: number
  /** How many heavy queries may wait before one is turned away. */
  readonly queueLength: number
  readonly maxItems: number
  /** Rows whose licence lets nobody pass them on: shown to whoever sits at this machine, or kept back from everybody (docs/decisions/0034). */
  readonly closedData: 'show' | 'withhold'
  /** Where the atlas is reached from outside, e.g. `https://atlas.example`: links in answers begin with it; absent, with the request's own. */
  readonly publicUrl: string | undefined
  readonly pairBudget: number
  /** What whoever runs a process or looks at jobs has to know; absent, everybody may (docs/decisions/0032). */
  readonly processToken: string | undefined
}

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|::1)$/.test(host)

/** A setting of the environment that can't be used; the message is one line and names the setting. */
export class ConfigError extends Error {}

/**
 * Read the settings out of an environment. Pure; an empty value counts as absent.
 * @throws ConfigError naming the first wrong setting, its value and what is allowed
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const result = environment.safeParse(given)
  if (!result.success) {
    const [issue] = result.error.issues
    const name = String(issue?.path[0])
    throw new ConfigError(`${name}=${JSON.stringify(given[name])} can't be used: ${issue?.message}`)
  }
  const values = result.data
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: values.DATA_DIR,
    cacheDir: values.CACHE_DIR,
    logLevel: values.LOG_LEVEL,
    memoryLimit: values.MEMORY_LIMIT,
    threads: values.THREADS ?? Math.ceil(availableParallelism() / 2),
    prepareThreads: values.THREADS ?? availableParallelism(),
    queryTimeoutSeconds: values.QUERY_TIMEOUT_S,
    heavyQueries: values.HEAVY_QUERIES,
    queueLength: values.QUEUE,
    maxItems: values.MAX_ITEMS,
    closedData: values.CLOSED_DATA ?? (isLoopback(values.HOST) ? 'show' : 'withhold'),
    publicUrl: values.PUBLIC_URL,
    pairBudget: values.PAIR_BUDGET,
    processToken: values.PROCESS_TOKEN,
  }
}

/** The settings of this process; a wrong one is one line on stderr and exit 1. */
export function loadConfig(): Config {
  try {
    return parseConfig(process.env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}
