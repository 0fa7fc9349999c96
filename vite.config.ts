import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { slim } from './web/build/slim.ts'

const repository = fileURLToPath(new URL('.', import.meta.url))

/** A Vitest project: the tests of one folder below `test`. Projects of a lower group finish before the next begins. */
function project(name: string, groupOrder: number, more: Record<string, unknown> = {}) {
  const include = [`test/${name}/**/*.test.{ts,tsx}`]
  return {
    root: repository,
    test: {
      name,
      root: repository,
      include,
      testTimeout: 30_000,
      hookTimeout: 120_000,
      sequence: { groupOrder },
      ...more,
    },
  }
}

/** Tests in a real browser against the built page. */
const browserTests = {
  globalSetup: ['test/setup/snapshot.ts', 'test/setup/atlas.ts'],
  testTimeout: 120_000,
  expect: { poll: { timeout: 30_000 } },
  fileParallelism: false,
}

/** The page: sources in `web`, output in `dist`; the API of a running server is proxied during development. */
export default defineConfig({
  root: 'web',
  plugins: [slim(), react()],
  build: { outDir: '../dist', emptyOutDir: true, target: 'es2024', manifest: true },
  // Below /api stand the server's routes, and of the page only the modules of web/api.
  server: { port: 5173, proxy: { '^/api(?!/[\\w-]+\\.ts)': `http://localhost:${process.env.PORT ?? 8080}` } },
  test: {
    root: repository,
    maxWorkers: 2,
    projects: [
      project('data', 0),
      project('web', 0),
      project('sql', 1),
      project('prepare', 1, { testTimeout: 120_000 }),
      project('import', 1, { testTimeout: 120_000 }),
      project('server', 2, { globalSetup: 'test/setup/snapshot.ts', testTimeout: 120_000 }),
      project('golden', 2, { globalSetup: 'test/setup/snapshot.ts', testTimeout: 120_000 }),
      // `npm run test:corpus -- <folder>`
      project('corpus', 5, { testTimeout: 900_000, hookTimeout: 900_000 }),
      // `npm run test:long`: what is measured, memory and first bytes, needs the machine for itself; the pages take their time.
      project('load', 4, { testTimeout: 120_000, fileParallelism: false }),
      project('e2e', 3, browserTests),
      project('pages', 3, browserTests),
    ],
  },
})
