import { job } from '#kernel/handlers.ts'
import { undoRuleBatch, undoRuleRunJob } from '../rules/internal.ts'

const BATCH = 50

/** Puts back what a run of a rule changed, in small steps. Stopped half-way, it goes on at the next start. */
export default job(undoRuleRunJob, async ({ input, call, progress, signal }) => {
  let undone = 0
  for (;;) {
    signal.throwIfAborted()
    const step = await call(undoRuleBatch, { ...input, limit: BATCH }, { bulk: true })
    undone += step.scanned
    progress(undone, undone + step.total - step.scanned, 'messages')
    if (step.done) return { undone }
  }
})
