import { afterAll, beforeAll, expect } from 'vitest'
import { smallWorld, startPrepare } from '#test/prepare/small-world.ts'
import { temporaryFolder } from '#test/prepare/workbench.ts'

/** For one test file: the small world with its first snapshot, and a folder for files; both gone when its tests are over. */
export function preparedWorld() {
  const files = temporaryFolder()
  let world: Awaited<ReturnType<typeof smallWorld>>
  let first = ''
  beforeAll(async () => {
    world = await smallWorld()
    expect(await startPrepare(world.path).ended).toMatchObject({ code: 0, errors: '' })
    first = world.current()?.id ?? ''
  })
  afterAll(() => {
    world[Symbol.dispose]()
    files[Symbol.dispose]()
  })
  return {
    files,
    get path() {
      return world.path
    },
    /** Id of the snapshot that everything begins with. */
    get first() {
      return first
    },
    current: () => world.current(),
  }
}
