import type { z } from 'zod'

/** Long or networked work, recorded in the table of jobs; it writes only by calling commands. */
export interface JobDefinition<Input = unknown> {
  kind: 'job'
  name: string
  summary: string
  input: z.ZodType<Input>
  /** Tries before it rests as failed; 5 unless told. */
  attempts: number
  /** Jobs of this name that run at once in a process; 1 unless told. */
  concurrency: number
  /** A cron line in UTC: enqueued by itself, once a time across processes. */
  schedule?: string
}

/** Declares a job. */
export function defineJob<Input>(
  definition: Omit<JobDefinition<Input>, 'kind' | 'attempts' | 'concurrency'> & {
    attempts?: number
    concurrency?: number
  },
): JobDefinition<Input> {
  return { kind: 'job', attempts: 5, concurrency: 1, ...definition }
}
