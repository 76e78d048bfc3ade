import { getJob } from '#kernel/builtin/contract.ts'
import type { CommandContext } from '#kernel/context.ts'
import { Failure } from '#kernel/failure.ts'
import type { ImportRow } from '../database.ts'

const RUNNING = new Set(['running', 'indexing'])

/** Whether a job works, or will work, on an import. One whose job ended without a word can be resumed or undone. */
export async function isRunning({ ask }: Pick<CommandContext<never>, 'ask'>, { state, job_id }: ImportRow): Promise<boolean> {
  if (!RUNNING.has(state) || job_id === null) return false
  const job = await ask(getJob, { id: job_id })
  return !(job instanceof Failure) && (job.state === 'queued' || job.state === 'running')
}
