import type { Text } from '#data/define.ts'
import type { Engine } from '#server/engine/engine.ts'
import type { ExportJob } from '#server/export/job.ts'
import type { GivenRows } from '#server/export/writer.ts'

/** One input or output as a process description has it (OGC API Processes Part 1, 9.2). */
export interface Parameter {
  readonly title: string
  readonly description?: string
  readonly minOccurs?: number
  readonly maxOccurs?: number
  /** JSON Schema in the dialect of OpenAPI 3.0. */
  readonly schema: Readonly<Record<string, unknown>>
}

export interface ProcessDescription {
  readonly id: string
  readonly version: string
  readonly title: Text
  readonly description: Text
  readonly keywords: readonly string[]
  readonly inputs: Readonly<Record<string, Parameter>>
  /** The one thing a process gives. */
  readonly output: Parameter & { readonly id: string }
}

/** What work is done with. */
export interface RunContext {
  readonly engine: Engine
  readonly signal: AbortSignal
  readonly timeoutMs: number
  /** @param percent 0 to 100 */
  onProgress(percent: number): void
}

/** Work whose inputs have been checked. Its output is a JSON text. */
export type Task = (context: RunContext) => Promise<string>

/** `summary` for one row a feature of the left side, else one a pair. */
export type ResultPart = 'pairs' | 'summary'

/** A result as rows that every format of downloads can be made of. */
export interface ConvertedResult {
  readonly job: ExportJob
  readonly given: GivenRows
}

/** Something that the server can be asked to do. */
export interface Process {
  readonly description: ProcessDescription
  /** Check the inputs. @throws {Problem} `bad_parameter` naming the input */
  accept(inputs: Readonly<Record<string, unknown>>): Task
  /** The result as rows, for formats other than JSON, if it can be had. */
  convert?(result: string, part: ResultPart): ConvertedResult
}
