/** What an engine may use. */
export interface DuckdbLimits {
  /** DuckDB notation, e.g. `2GB`. */
  readonly memoryLimit: string
  readonly threads: number
  readonly queryTimeoutMs: number
  readonly heavyQueries: number
  /** Heavy queries that may wait before the next is refused. */
  readonly queueLength: number
  readonly connections: number
  /** For a whole export, from its first row to its last; ten minutes unless stated. */
  readonly exportTimeoutMs?: number
}

/**
 * Settings of a locked instance. A temporary folder counts as an allowed one for COPY and then for ST_Read
 * (engineering.md 5.1), so there is none: a query that needs more memory than the limit fails.
 */
export const lock = ({ memoryLimit, threads }: DuckdbLimits): string[] => [
  'set autoinstall_known_extensions = false',
  'set autoload_known_extensions = false',
  'set allow_community_extensions = false',
  'set allow_persistent_secrets = false',
  `set memory_limit = '${memoryLimit.replaceAll("'", '')}'`,
  `set threads = ${Math.trunc(threads)}`,
  "set temp_directory = ''",
  'set enable_external_access = false',
  'set lock_configuration = true',
]
