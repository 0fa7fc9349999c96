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

/** Do work that only one process may do at a time; waits for the others. A lock left by a dead process is taken over. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(path), { recursive: true })
  let empty = 0
  while (!(await tryLock(path))) {
    const holder = holderOf(path)
    empty = holder === null ? empty + 1 : 0
    const isLeft = holder === null ? empty > 10 : !isAlive(holder)
    if (isLeft) await rm(path, { force: true })
    else await pause(pollMs)
  }
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}
