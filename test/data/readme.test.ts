import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { repositoryDir } from '#server/config.ts'

const readmes = [
  'README.md',
  'CONTRIBUTING.md',
  'data/README.md',
  'server/README.md',
  'web/README.md',
  'test/README.md',
]
const { scripts } = JSON.parse(readFileSync(join(repositoryDir, 'package.json'), 'utf8'))
const textOf = (readme: string): string => readFileSync(join(repositoryDir, readme), 'utf8')
const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].flatMap(([, hit]) => hit ?? [])

describe.each(readmes)('%s', (readme) => {
  const text = textOf(readme)

  test('is short', () => {
    expect(text.split('\n').length).toBeLessThanOrEqual(readme === 'README.md' ? 150 : 61)
  })

  test('names scripts that exist', () => {
    for (const script of found(text, /npm run ([a-z]+)/g)) expect(Object.keys(scripts)).toContain(script)
  })

  test('names files that exist', () => {
    const files = [
      ...found(text, /\]\((?!http)([^)#]+)\)/g),
      ...found(text, /node ((?:server|test)\/[\w/.-]+\.ts)/g),
      ...found(text, /`((?:server|web|data|test|docs)\/[\w/.-]+\.\w+)`/g),
    ]
    const places = (file: string) => [join(repositoryDir, file), join(repositoryDir, readme, '..', file)]
    for (const file of files) expect(places(file).some(existsSync), file).toBe(true)
  })
})
