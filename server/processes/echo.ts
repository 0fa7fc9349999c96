import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { Problem } from '#server/problem.ts'
import { badInputs } from '#server/processes/execute-request.ts'
import type { Process } from '#server/processes/process.ts'

const longestPauseSeconds = 30

const inputs = z.strictObject({
  message: z.string().max(10_000),
  pause: z.number().min(0).max(longestPauseSeconds).optional(),
})

/** Says back what it is told, after a pause if asked: for trying out clients and jobs (OGC API Processes, 7.5). */
export const echo: Process = {
  description: {
    id: 'echo',
    version: '1.0.0',
    title: { en: 'Echo', zh: '回显' },
    description: {
      en: 'Gives back the message, after a pause if one is asked for. For trying out a client.',
      zh: '返回所给消息，可指定停顿时间。用于测试客户端。',
    },
    keywords: ['test'],
    inputs: {
      message: { title: 'Message', minOccurs: 1, maxOccurs: 1, schema: { type: 'string' } },
      pause: {
        title: 'Pause in seconds',
        minOccurs: 0,
        maxOccurs: 1,
        schema: { type: 'number', minimum: 0, maximum: longestPauseSeconds },
      },
    },
    output: { id: 'message', title: 'Message', schema: { type: 'string' } },
  },
  accept(given) {
    const read = inputs.safeParse(given)
    if (!read.success) throw badInputs(read.error)
    const { message, pause = 0 } = read.data
    return async ({ signal }) => {
      await sleep(pause * 1000, undefined, { signal }).catch((cause: unknown) => {
        throw new Problem('cancelled', { cause })
      })
      return JSON.stringify(message)
    }
  },
}
