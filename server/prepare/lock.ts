import { readFileSync } from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const pollMs = 200

function holderOf(path: string): number | null {
  try {
    return Number(readFileSync(path, 'utf8')) || null
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function tryLock(path: string): Promise<boolean> {
  try {
    const handle = await open(path, 'wx')
    await handle.writeFile(String(process.pid))
    await handle.close()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** Remove a lock that a dead process left; of several that see it at once only one does, and never a lock made meanwhile. */
async function takeAway(path: string, dead: number | null): Promise<void> {
  const guard = `${path}.takeover`
  if (!(await tryLock(guard))) {
    const other = holderOf(guard)
    if (other !== null && !isAlive(other)) await rm(guard, { force: true })
    await pause(pollMs)
    return
  }
  if (holderOf(path) === dead) await rm(path, { force: true })
  await rm(guard, { force: true })
}

/** Do work that only one process may do at a time; waits for the others, and says once for whom. A lock left by a dead process is taken over. */
export async function withLock<T>(
  path: string,
  work: () => Promise<T>,
  onWait: (holder: number | null) => void = () => {},
): Promise<T> {
  await mkdir(dirname(path), { recursive: true })
  let empty = 0
  let isTold = false
  while (!(await tryLock(path))) {
    const holder = holderOf(path)
    empty = holder === null ? empty + 1 : 0
    const isLeft = holder === null ? empty > 10 : !isAlive(holder)
    if (isLeft) await takeAway(path, holder)
    else {
      if (!isTold) onWait(holder)
      isTold = true
      await pause(pollMs)
    }
  }
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}
