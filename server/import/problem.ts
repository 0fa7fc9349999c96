/** Why an import stops: `failed` the file or the machine, `usage` the command, `question` something that only a person can answer. */
export type ImportProblemKind = 'failed' | 'usage' | 'question'

export const exitCodes: Readonly<Record<ImportProblemKind, number>> = { failed: 1, usage: 2, question: 3 }

/** An import that can't go on; the message is for a person and names the file and, for a question, the flag that answers it. */
export class ImportProblem extends Error {
  readonly kind: ImportProblemKind

  constructor(kind: ImportProblemKind, message: string) {
    super(message)
    this.kind = kind
  }
}

export const failed = (message: string): ImportProblem => new ImportProblem('failed', message)
export const question = (message: string): ImportProblem => new ImportProblem('question', message)

const systemReasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the folder can only be read',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  ENOENT: 'it is not there',
  EISDIR: 'it is a folder',
  EMFILE: 'too many files are open',
  EFBIG: 'the file would be too large',
  EIO: 'the disk can not be read or written',
}

/** An error of the system or of the engine as one line for a person. */
export function oneLine(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code, path } = error as NodeJS.ErrnoException
  const reason = code === undefined ? undefined : systemReasons[code]
  if (reason !== undefined) return `${path ?? 'a file'}: ${reason}`
  if (/No space left on device/i.test(error.message)) return 'the disk is full'
  return error.message.split('\n')[0] ?? 'unknown error'
}
