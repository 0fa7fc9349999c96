import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const repository = fileURLToPath(new URL('../../..', import.meta.url))

/** What a child process took: seconds, and the most memory that it held at a time, in GB. */
export interface Taken {
  readonly seconds: number
  readonly peakGb: number
}

/** The kernel's own high-water mark of a process that runs, in GB; 0 where it has ended. */
export function peakGbOf(pid: number): number {
  const path = `/proc/${pid}/status`
  if (!existsSync(path)) return 0
  const [, kb] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(path, 'utf8')) ?? []
  return Number(kb ?? 0) / 1024 ** 2
}

function watchPeak(child: ChildProcess): () => number {
  let peak = 0
  const timer = setInterval(() => {
    peak = Math.max(peak, peakGbOf(child.pid ?? 0))
  }, 100)
  return () => {
    clearInterval(timer)
    return peak
  }
}

/**
 * `npm run data -- <args>` in a process of its own; its progress goes to this process's stderr.
 * @throws Error where it ends with another status than 0
 */
export async function runData(args: readonly string[], environment: Record<string, string>): Promise<Taken> {
  const begun = performance.now()
  const child = spawn(process.execPath, ['server/prepare/main.ts', ...args], {
    cwd: repository,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const peak = watchPeak(child)
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  const taken = { seconds: (performance.now() - begun) / 1000, peakGb: peak() }
  if (code !== 0) throw new Error(`npm run data -- ${args.join(' ')} ended with status ${code}`)
  return taken
}
