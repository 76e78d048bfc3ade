import type { JobContext } from '#kernel/context.ts'
import { job } from '#kernel/handlers.ts'
import { JobPaused } from '#kernel/jobs/job-ends.ts'
import { applyRuleBatch, applyRuleJob, noteRuleRun } from '../rules/internal.ts'

/** Messages a transaction: texts are read and taken apart in it. */
const BATCH = 50

/** Applies a rule to past mail in small steps; each is stored with how far it is, so that a restart goes on there. */
export default job(applyRuleJob, async (context) => {
  const { input, call, progress, signal } = context
  try {
    for (;;) {
      signal.throwIfAborted()
      const { done, scanned, total } = await call(applyRuleBatch, { ...input, limit: BATCH }, { bulk: true })
      progress(scanned, total, 'messages')
      if (done) return { scanned }
    }
  } catch (cause) {
    await noteEnd(context)
    throw cause
  }
})

/** A run that was cancelled has stopped; one that pauses goes on by itself. */
async function noteEnd({ input, call, signal }: JobContext<{ runId: string }>): Promise<void> {
  if (!(signal.reason instanceof JobPaused))
    await call(noteRuleRun, { ...input, state: signal.aborted ? 'stopped' : 'failed' })
}
