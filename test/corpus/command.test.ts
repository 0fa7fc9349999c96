import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { repositoryDir } from '#server/config.ts'
import { readImportRequest } from '#server/import/request.ts'
import { freshSnapshot } from '#server/prepare/prepare.ts'
import { csv, write } from '#test/fixtures/files.ts'
import { preparedWorld } from '#test/prepare/prepared-world.ts'
import { temporaryFolder } from '#test/prepare/workbench.ts'

const world = preparedWorld()
const { files } = world

/** `npm run data -- <arguments>`. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = files.path) {
  const { status, stdout, stderr, signal } = spawnSync(
    process.execPath,
    [join(repositoryDir, 'server/prepare/main.ts'), ...args],
    {
      env: { ...process.env, LOG_LEVEL: 'silent', DATA_DIR: world.path, ...env },
      encoding: 'utf8',
      cwd,
    },
  )
  return { status, stdout, stderr, signal }
}

const header = ['mine_id', 'mine_name', 'iso3', 'latitude', 'longitude', 'loc_accuracy', 'ownership_class']
const mine = (id: string, name: string, latitude = '-12.65') => [
  id,
  name,
  'ZMB',
  latitude,
  '28.05',
  'COORDINATES',
  'UNKNOWN',
]
const own = join(files.path, 'own.csv')
const sources = () => readdirSync(join(world.path, 'source')).sort()

describe('importing', () => {
  it('says what would happen in a dry run and changes nothing', () => {
    write(own, csv(header, [mine('own-1', 'Own mine'), mine('own-2', 'Lost mine', '')]))
    const before = sources()
    const { status, stdout, stderr } = run(['import', 'mines', own, '--append', '--dry-run'])
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('read 2 = accepted 1 + quarantined 1')
    expect([world.current()?.id, sources()]).toEqual([world.first, before])
  })

  it('appends, reports in the terminal and in Markdown, and is done once', () => {
    const { status, stdout, stderr } = run(['import', 'mines', own, '--append'])
    expect([status, stderr]).toEqual([0, ''])
    const current = world.current()
    expect(current?.id).not.toBe(world.first)
    expect(stdout).toMatch(/MAIN INDICATORS[\s\S]*EN-01/)
    expect(stdout).toMatch(/own\.csv row 3: is empty/)
    const report = readFileSync(join(world.path, 'reports', `import-mines-${current?.id}.md`), 'utf8')
    expect(report).toContain('- read 2 = accepted 1 + quarantined 1')
    const quarantine = readFileSync(join(current?.folder ?? '', 'quarantine.csv'), 'utf8')
    expect(quarantine).toContain('own.csv,3,latitude,is empty,"own-2,Lost mine,ZMB,,28.05,COORDINATES,UNKNOWN"')
    const again = run(['import', 'mines', own, '--append'])
    expect(again.stdout).toContain('the same as what was there: nothing changed')
    expect(world.current()?.id).toBe(current?.id)
    expect(sources().filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('goes back with the imported files, and a start prepares nothing anew', () => {
    const imported = world.current()?.id
    expect(sources()).toContain('icmm-facilities+template.imported.parquet')
    expect(run(['rollback']).status).toBe(0)
    expect(world.current()?.id).toBe(world.first)
    expect(sources().filter((name) => name.includes('imported'))).toEqual([])
    expect(freshSnapshot({ dataDir: world.path })?.id).toBe(world.first)
    expect(run(['rollback', imported ?? '']).status).toBe(0)
    expect(sources()).toContain('icmm-facilities+template.imported.parquet')
    expect(freshSnapshot({ dataDir: world.path })?.id).toBe(imported)
    expect(run(['rollback', 'ffff']).status).toBe(2)
    expect(run(['rollback', world.first]).status).toBe(0)
  })

  it('of a file that can not be used is one line, and everything stays', () => {
    const bad = write(join(files.path, 'bad.csv'), csv(header, [mine('x', 'Nowhere', '')]))
    const before = sources()
    const { status, stdout, stderr } = run(['import', 'mines', bad])
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^[^\n]*none of its 1 records can be used[^\n]*\n$/)
    expect([world.current()?.id, sources()]).toEqual([world.first, before])
  })

  it('on a full disk is one line, and everything stays', () => {
    using small = temporaryFolder()
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=300m', 'tmpfs', small.path]).status).toBe(0)
    try {
      cpSync(join(world.path, 'source'), join(small.path, 'source'), { recursive: true })
      cpSync(join(world.path, 'prepared', world.first), join(small.path, 'prepared', world.first), { recursive: true })
      writeFileSync(join(small.path, 'prepared', 'current'), `${world.first}\n`)
      mkdirSync(join(small.path, 'fill'))
      // All but 3 MB are taken: the disk fills up half way.
      const zero = join(small.path, 'fill', 'zero')
      spawnSync('sh', ['-c', `dd if=/dev/zero of=${zero} bs=1M count=400; truncate -s -3M ${zero}`])
      const { status, stderr } = run(['import', 'mines', own, '--append'], { DATA_DIR: small.path })
      expect(status).toBe(1)
      expect(stderr).toMatch(/^[^\n]*(the disk is full|MB are free)[^\n]*\n$/)
      expect(readFileSync(join(small.path, 'prepared', 'current'), 'utf8').trim()).toBe(world.first)
      expect(run(['check'], { DATA_DIR: small.path }).status).toBe(0)
    } finally {
      spawnSync('umount', [small.path])
    }
  })
})

describe('an unknown schema', () => {
  it('is guessed and saved; nothing is imported before --mapping, and then it is', () => {
    const path = write(
      join(files.path, 'pmu.csv'),
      csv(
        ['Site code', 'Mine', 'Lat', 'Lon', 'Pays', 'Precision', 'Owner kind', 'Remark'],
        [
          ['p1', 'Chambishi North', '-12.6', '28.1', 'Zambia', 'Coordinates', 'Private company', 'x'],
          ['p2', 'Luanshya South', '-13.1', '28.4', 'Zambia', 'Coordinates', 'Private company', 'y'],
        ],
      ),
    )
    const { status, stdout, stderr } = run(['import', 'mines', path])
    expect(status).toBe(3)
    expect(stdout).toMatch(/Lat +latitude +-12\.6 +\d+ %/)
    expect(stdout).toMatch(/Pays +iso3 +Zambia/)
    expect(stdout).toMatch(/Precision +loc_accuracy/)
    expect(stdout).toMatch(/Remark +-/)
    expect(stderr).toMatch(/nothing was imported.*--mapping mines-pmu\.mapping\.json/)
    expect(world.current()?.id).toBe(world.first)
    const saved = join(files.path, 'mines-pmu.mapping.json')
    const mapping = JSON.parse(readFileSync(saved, 'utf8')) as { fields: Record<string, unknown> }
    mapping.fields.mine_id = { from: ['Site code'] }
    writeFileSync(saved, JSON.stringify(mapping))
    const accepted = run(['check', 'mines', path, '--mapping', saved])
    expect(accepted.stderr).toBe('')
    expect(accepted.stdout).toContain('read 2 = accepted 2 + quarantined 0')
  })
})

describe('the other commands', () => {
  it('list, status and help tell; a wrong command is usage and exit 2', () => {
    expect(run(['list']).stdout).toMatch(/mines +[\d,]+ .*ships|own file/)
    expect(run(['status']).stdout).toContain(`current snapshot ${world.first}`)
    expect(run(['--help']).stdout).toContain('import <dataset> <file or folder>')
    expect(run(['imprt'])).toMatchObject({ status: 2, stderr: expect.stringContaining('"imprt" is no command') })
    const both = ['mines', own, '--replace', '--append']
    for (const wrong of [[], ['mines'], ['nothing', own], ['mines', own, '--nonsense'], both]) {
      expect(() => readImportRequest(wrong)).toThrow(expect.objectContaining({ kind: 'usage' }))
    }
  })

  it('a template can be filled and imported with no flags', () => {
    using folder = temporaryFolder()
    expect(run(['template', 'mines', folder.path]).status).toBe(0)
    const path = join(folder.path, 'mines.csv')
    const names = readFileSync(path, 'utf8').replace('\uFEFF', '').trim().split(',')
    const values: Record<string, string> = Object.fromEntries(
      header.map((name, index) => [name, mine('t-1', 'Template mine')[index] ?? '']),
    )
    writeFileSync(path, `\uFEFF${csv(names, [names.map((name) => values[name] ?? '')])}`)
    expect(existsSync(join(folder.path, 'mines-dictionary.csv'))).toBe(true)
    expect(run(['check', 'mines', path]).stdout).toContain('read 1 = accepted 1 + quarantined 0')
    expect(run(['template', 'mines', folder.path]).status).toBe(1)
  })

  it('check and status name a snapshot that changed on the disk', () => {
    const path = join(world.path, 'prepared', world.first, 'atlas.duckdb')
    const bytes = readFileSync(path)
    const damaged = Buffer.from(bytes)
    damaged.writeUInt8(damaged.readUInt8(9_000) ^ 0xff, 9_000)
    writeFileSync(path, damaged)
    expect(run(['check'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(`snapshot ${world.first}: atlas.duckdb changed on the disk`),
    })
    expect(run(['status']).stdout).toMatch(
      new RegExp(`DAMAGED: ${world.first} \\(atlas\\.duckdb\\); a server uses [0-9a-f]+ instead`),
    )
    writeFileSync(path, bytes)
    expect(run(['check']).status).toBe(0)
  })
})
