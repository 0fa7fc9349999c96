import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { repositoryDir } from '#server/config.ts'

const questions = ['README.md', 'server/README.md'].flatMap((readme) =>
  [...readFileSync(join(repositoryDir, readme), 'utf8').matchAll(/'http:\/\/localhost:8080(\/[^']+)'/g)].flatMap(
    ([, path]) => path ?? [],
  ),
)

test('the READMEs show questions', () => {
  expect(questions.length).toBeGreaterThan(5)
})

test.each(questions)('the server answers what a README asks: %s', async (path) => {
  const answer = await fetch(inject('atlas') + path)
  expect(answer.status).toBe(200)
  expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(100)
})
