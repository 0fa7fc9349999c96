import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { repositoryDir } from '#server/config.ts'
import { currentSnapshot } from '#server/snapshot.ts'
import { corpus } from '#test/corpus/expected.ts'
import { temporaryFolder } from '#test/prepare/workbench.ts'

const folder = process.env.CORPUS_FOLDER ?? ''
const data = temporaryFolder()
const found = corpus.filter(({ path }) => existsSync(join(folder, path)))
const unseen = corpus.filter((one) => !found.includes(one)).map(({ path }) => path)

/** `npm run data -- <arguments>` on a data folder of its own. */
function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(repositoryDir, 'server/prepare/main.ts'), ...args],
    {
      env: { ...process.env, DATA_DIR: data.path, LOG_LEVEL: 'silent' },
      encoding: 'utf8',
      maxBuffer: 100_000_000,
    },
  )
  return { status, stdout, stderr }
}

beforeAll(() => {
  expect(run()).toMatchObject({ status: 0, stderr: '' })
})
afterAll(() => data[Symbol.dispose]())

it('the folder holds real files that are known here', () => {
  expect(found.length, `none of ${unseen.join(', ')} in ${folder}`).toBeGreaterThan(0)
})

describe.each(found)('$path becomes $dataset with no flags', ({ path, dataset, law, report }) => {
  it('read = accepted + quarantined, and each number has its reason', () => {
    const { status, stdout, stderr } = run('import', dataset, join(folder, path), '--dry-run')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain(law)
    for (const [pattern, why] of report) expect(stdout, why).toMatch(pattern)
  })
})

describe('several imports, one after the other', () => {
  const chosen = found.filter(({ path }) => /xlsx|boundaries-methane|\.zip/.test(path))

  it('each makes a snapshot that is current and counts what was said', () => {
    for (const { path, dataset, law } of chosen) {
      const { status, stdout, stderr } = run('import', dataset, join(folder, path))
      expect([status, stderr]).toEqual([0, ''])
      expect(stdout).toContain(law)
      const facts = currentSnapshot({ dataDir: data.path })?.manifest.datasets[dataset]
      expect(`read ${facts?.read.toLocaleString('en')} = accepted`).toBe(law.slice(0, law.indexOf('accepted') + 8))
      expect((facts?.accepted ?? 0) + (facts?.quarantined ?? 0)).toBe(facts?.read)
    }
    expect(run('check')).toMatchObject({ status: 0, stderr: '' })
  })
})
