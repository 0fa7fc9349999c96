import type { ProblemCode, Reason } from '#server/problem.ts'

export const jobStatuses = ['accepted', 'running', 'successful', 'failed', 'dismissed'] as const
export type JobStatus = (typeof jobStatuses)[number]

/** One execution of a process; times are ISO 8601 in UTC. */
export interface Job {
  readonly id: string
  readonly processId: string
  readonly status: JobStatus
  /** 0 to 100. */
  readonly progress: number
  readonly created: string
  readonly updated: string
  readonly started?: string
  readonly finished?: string
  readonly message?: string
  /** The prepared version of the data that answered. */
  readonly snapshot?: string
  /** Whether its result was asked for as a document. */
  readonly response: 'raw' | 'document'
  /** Why it failed. */
  readonly problem?: { readonly code: ProblemCode; readonly detail: string; readonly errors?: readonly Reason[] }
  /** Bytes of its result. */
  readonly bytes: number
}

/** Neither waiting nor running. */
export const isOver = ({ status }: Job): boolean => status !== 'accepted' && status !== 'running'

/** Seconds that a job has run, or undefined before it has started. */
export function durationOf({ started, finished }: Job, now: number): number | undefined {
  if (started === undefined) return undefined
  return ((finished === undefined ? now : Date.parse(finished)) - Date.parse(started)) / 1000
}
