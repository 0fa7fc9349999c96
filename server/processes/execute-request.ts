import { z } from 'zod'
import { badParameters } from '#server/engine/parameters.ts'
import { badParameter, type Problem } from '#server/problem.ts'

/** The body of an execution (OGC API Processes Part 1, `execute.yaml`), without callbacks. */
const executeSchema = z.strictObject({
  inputs: z.record(z.string(), z.unknown()).optional(),
  outputs: z.record(z.string(), z.strictObject({ transmissionMode: z.string().optional() })).optional(),
  response: z.enum(['raw', 'document']).optional(),
})

export interface ExecuteRequest {
  readonly inputs: Readonly<Record<string, unknown>>
  readonly response: 'raw' | 'document'
}

/** The problem of what zod refuses. @param within where in the body it stands */
export const badInputs = (error: z.ZodError, within: readonly PropertyKey[] = ['inputs']): Problem =>
  badParameters(
    error.issues.map(({ path, message }) => ({ parameter: [...within, ...path].join('.') || 'body', reason: message })),
  )

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Objects come wrapped in `value`, so that they can't be taken for a reference; plain ones are taken too. */
function unwrapped(name: string, value: unknown): unknown {
  if (!isObject(value)) return value
  if (Object.hasOwn(value, 'value')) return value.value
  if (Object.hasOwn(value, 'href')) throw badParameter(`inputs.${name}`, 'is a reference: send the value itself')
  return value
}

/**
 * What is asked of a process, out of the text of a request.
 * @param outputId the one output that may be asked for
 * @throws {Problem} `bad_parameter`
 */
export function readExecuteRequest(text: string, outputId: string): ExecuteRequest {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw badParameter('body', 'is not JSON')
  }
  const read = executeSchema.safeParse(body)
  if (!read.success) throw badInputs(read.error, [])
  const { inputs = {}, outputs = {}, response = 'raw' } = read.data
  for (const [name, { transmissionMode = 'value' }] of Object.entries(outputs)) {
    if (name !== outputId) throw badParameter(`outputs.${name}`, `is not ${outputId}, the only output`)
    if (transmissionMode !== 'value') throw badParameter(`outputs.${name}.transmissionMode`, 'can only be value')
  }
  return {
    inputs: Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, unwrapped(name, value)])),
    response,
  }
}

/** Whether a `Prefer` header asks for a job instead of a result (RFC 7240). */
export const prefersAsync = (header: string | undefined): boolean =>
  header?.split(',').some((part) => part.split(';')[0]?.trim().toLowerCase() === 'respond-async') ?? false

/** The answer of an execution in the form asked for: the value itself, or a document with the value under its name. */
export function resultText(result: string, outputId: string, response: 'raw' | 'document'): string {
  if (response === 'raw') return result
  const isPlain = !result.startsWith('{')
  return `{${JSON.stringify(outputId)}:${isPlain ? result : `{"value":${result}}`}}`
}
