import type { Client } from '#client/client.ts'
import { getJob, watchJob, type Job } from '#kernel/builtin/contract.ts'
import { ProblemError } from '#client/problem-error.ts'
import { cliError } from '../arguments/usage-error.ts'
import { progressLine } from '../output/progress-line.ts'

/** Follows a job until it ends, and gives its result. A job that failed throws its problem. */
export async function followJob(client: Client, id: string, { json }: { json: boolean }): Promise<unknown> {
  const line = progressLine({ quiet: json })
  try {
    const job = await watch(client, id, (progress) => line.show(progress))
    return resultOf(job)
  } finally {
    line.clear()
  }
}

async function watch(client: Client, id: string, show: (progress: Job['progress']) => void): Promise<Job> {
  for (;;) {
    try {
      for await (const job of client.stream(watchJob, { id })) {
        if (job.state === 'running') show(job.progress)
      }
    } catch (error) {
      // A stream may break while the job goes on; whether it did is what the next read says.
      if (!(error instanceof ProblemError) || error.problem.kind !== 'network') throw error
    }
    const job = await client.call(getJob, { id })
    if (ENDED.has(job.state)) return job
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

const ENDED: ReadonlySet<string> = new Set(['done', 'failed', 'cancelled'])

function resultOf(job: Job): unknown {
  if (job.state === 'done') return job.result
  if (job.state === 'cancelled')
    throw cliError(
      'job-cancelled',
      'cancelled',
      'The work was cancelled',
      'What it stored so far stays; "daybook import list" shows it.',
    )
  const { code, detail } = job.problem ?? { code: 'internal', detail: 'The job failed' }
  throw cliError(
    code,
    code === 'internal' ? 'internal' : 'unprocessable',
    detail,
    `"daybook jobs get ${job.id}" shows all of it.`,
  )
}
