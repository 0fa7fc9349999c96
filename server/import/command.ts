import type { Config } from '#server/config.ts'
import { check } from '#server/import/commands/check.ts'
import { importFile } from '#server/import/commands/import.ts'
import { proposeLinks } from '#server/import/commands/link.ts'
import { list } from '#server/import/commands/list.ts'
import { rollback } from '#server/import/commands/rollback.ts'
import { status } from '#server/import/commands/status.ts'
import { writeTemplate } from '#server/import/commands/template.ts'
import { exitCodes, ImportProblem, oneLine } from '#server/import/problem.ts'
import { readImportRequest, usageProblem } from '#server/import/request.ts'
import { say } from '#server/import/terminal.ts'
import { usage } from '#server/import/usage.ts'

type Command = (config: Config, args: readonly string[]) => Promise<void>

const commands: Readonly<Record<string, Command>> = {
  import: (config, args) => importFile(config, readImportRequest(args)),
  check,
  list: (config) => list(config),
  link: proposeLinks,
  rollback,
  status: (config) => status(config),
  template: async (_config, args) => writeTemplate(args),
}

/** Problems that are meant for a person have classes of their own; what else is thrown is told in one line too. */
function tell(error: unknown): number {
  if (error instanceof ImportProblem) {
    process.stderr.write(`${error.message}\n`)
    if (error.kind === 'usage') process.stderr.write(`\n${usage}`)
    return exitCodes[error.kind]
  }
  process.stderr.write(`${oneLine(error)}\n`)
  return 1
}

/**
 * Run a command of `npm run data --`.
 * @returns the exit code
 */
export async function runCommand(config: Config, [name = '', ...args]: readonly string[]): Promise<number> {
  if (['help', '--help', '-h'].includes(name)) {
    say(usage)
    return 0
  }
  try {
    const command = commands[name]
    if (command === undefined) throw usageProblem(`"${name}" is no command`)
    await command(config, args)
    return 0
  } catch (error) {
    return tell(error)
  }
}
