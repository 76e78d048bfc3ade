import { getJob } from '#kernel/builtin/contract.ts'
import type { QueryContext } from '#kernel/context.ts'
import { Failure } from '#kernel/failure.ts'
import type { ImportRow } from '../database.ts'

type Asking = Pick<QueryContext<never>, 'ask'>

const RUNNING = new Set(['running', 'indexing'])

/** Whether a job works, or will work, on an import. One whose job ended without a word can be resumed or undone. */
export async function isRunning({ ask }: Asking, { state, job_id }: ImportRow): Promise<boolean> {
  if (!RUNNING.has(state) || job_id === null) return false
  const job = await ask(getJob, { id: job_id })
  return !(job instanceof Failure) && (job.state === 'queued' || job.state === 'running')
}

/** The import as it stands: a job that was cancelled before it began could not note that it stopped. */
export async function asItStands(context: Asking, row: ImportRow): Promise<ImportRow> {
  return RUNNING.has(row.state) && !(await isRunning(context, row)) ? { ...row, state: 'stopped' } : row
}
