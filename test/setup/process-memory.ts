import { readFileSync } from 'node:fs'

/** Memory that a process holds, in megabytes. */
export const residentMegabytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024

/** Watches a process' memory; `peak()` is the most that it has held since. */
export function watchMemory(pid: number): { peak(): number; stop(): void } {
  let most = residentMegabytes(pid)
  const timer = setInterval(() => {
    most = Math.max(most, residentMegabytes(pid))
  }, 25)
  return { peak: () => most, stop: () => clearInterval(timer) }
}
