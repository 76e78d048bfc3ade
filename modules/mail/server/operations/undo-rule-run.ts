import { getJob } from '#kernel/builtin/contract.ts'
import { Failure } from '#kernel/failure.ts'
import { ruleRunChanged, undoRuleRun } from '../../contract.ts'
import { command } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { findRun } from '../rules/find-rules.ts'
import { undoRuleRunJob } from '../rules/internal.ts'

export default command(undoRuleRun, async ({ db, actor, ask, emit, enqueue, fail }, { id }) => {
  const run = await findRun(db, ownerOf(actor), id)
  if (!run) return fail('run-not-found')
  if (run.state === 'undone') return fail('already-undone')
  if (run.state === 'running' && run.job_id !== null) {
    const job = await ask(getJob, { id: run.job_id })
    if (!(job instanceof Failure) && (job.state === 'queued' || job.state === 'running')) return fail('still-running')
  }

  const job = await enqueue(undoRuleRunJob, { runId: id }, { key: id })
  await db
    .updateTable('mail_rule_run')
    .set({ state: 'undoing', job_id: job, finished_at: null })
    .where('id', '=', id)
    .execute()
  emit(ruleRunChanged, { id })
  return { job, run: id }
})
