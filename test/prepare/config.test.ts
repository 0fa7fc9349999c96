import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, parseConfig, repositoryDir } from '#server/config.ts'

describe('settings', () => {
  it('have defaults that suit a laptop', () => {
    expect(parseConfig({ PORT: '', SHELL: '/bin/sh' })).toMatchObject({
      port: 8080,
      dataDir: join(repositoryDir, 'data'),
      cacheDir: join(repositoryDir, '.cache'),
      queryTimeoutSeconds: 30,
      heavyQueries: 2,
      queueLength: 8,
    })
  })

  it('are taken from the environment', () => {
    const env = { PORT: '0', DATA_DIR: '/srv/atlas', MEMORY_LIMIT: '512MB', QUEUE: '0', LOG_LEVEL: 'debug' }
    expect(parseConfig(env)).toMatchObject({ port: 0, dataDir: '/srv/atlas', memoryLimit: '512MB', queueLength: 0 })
  })

  it('show closed data on this machine only, unless told otherwise', () => {
    const shown = (env: Record<string, string>) => parseConfig(env).closedData
    expect([{}, { HOST: '127.0.0.1' }, { HOST: '::1' }].map(shown)).toEqual(['show', 'show', 'show'])
    expect(shown({ HOST: '0.0.0.0' })).toBe('withhold')
    expect(shown({ HOST: '0.0.0.0', CLOSED_DATA: 'show' })).toBe('show')
    expect(shown({ CLOSED_DATA: 'withhold' })).toBe('withhold')
  })

  it('take the address from outside as scheme, name and port', () => {
    expect(parseConfig({}).publicUrl).toBeUndefined()
    expect(parseConfig({ PUBLIC_URL: 'https://Atlas.example:8443/' }).publicUrl).toBe('https://atlas.example:8443')
  })

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PORT', '80.5'],
    ['MEMORY_LIMIT', '2 bananas'],
    ['LOG_LEVEL', 'loud'],
    ['THREADS', '0'],
    ['QUERY_TIMEOUT_S', '-1'],
    ['HEAVY_QUERIES', '99'],
    ['CLOSED_DATA', 'maybe'],
    ['PUBLIC_URL', 'atlas.example'],
    ['PUBLIC_URL', 'ftp://atlas.example'],
    ['PUBLIC_URL', 'https://atlas.example/below'],
  ])('refuse %s=%s by name, in one line', (name, value) => {
    expect(() => parseConfig({ [name]: value })).toThrow(ConfigError)
    expect(() => parseConfig({ [name]: value })).toThrow(new RegExp(`^${name}="${value}" can't be used: [^\\n]+$`))
  })

  it('end the process with one clear line and exit 1', () => {
    const script = join(repositoryDir, 'server', 'prepare', 'main.ts')
    const { status, stderr, stdout } = spawnSync(process.execPath, [script], {
      env: { ...process.env, THREADS: 'many' },
      encoding: 'utf8',
    })
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^THREADS="many" can't be used: [^\n]+\n$/)
  })
})
