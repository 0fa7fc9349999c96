import type { StepReport } from '#server/snapshot.ts'

const width = 24

/** One line per step on stderr: a bar that fills on a terminal, plain lines elsewhere. */
export class Progress {
  readonly steps: StepReport[] = []
  private readonly planned: number
  private readonly isTerminal = process.stderr.isTTY === true
  private readonly isQuiet: boolean

  constructor(planned: number, isQuiet = false) {
    this.planned = planned
    this.isQuiet = isQuiet
  }

  private show(step: string, rows: number, seconds: number, isDone: boolean): void {
    if (this.isQuiet || (!isDone && !this.isTerminal)) return
    const part = Math.min(1, (this.steps.length + (isDone ? 0 : 0.5)) / this.planned)
    const filled = Math.round(part * width)
    const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`
    const count = rows.toLocaleString('en').padStart(10)
    const line = `${bar} ${step.padEnd(24)} ${count} rows ${seconds.toFixed(1).padStart(6)} s`
    process.stderr.write(this.isTerminal ? `\r\u001b[2K${line}${isDone ? '\n' : ''}` : `${line}\n`)
  }

  /** Run one step, time it and report it with its number of rows. */
  async run<T>(step: string, work: () => Promise<T>, rowsOf: (result: T) => number): Promise<T> {
    const started = performance.now()
    const seconds = () => (performance.now() - started) / 1000
    const ticker = setInterval(() => this.show(step, 0, seconds(), false), 200)
    try {
      const result = await work()
      this.steps.push({ step, rows: rowsOf(result), seconds: Number(seconds().toFixed(3)) })
      this.show(step, rowsOf(result), seconds(), true)
      return result
    } finally {
      clearInterval(ticker)
    }
  }
}
