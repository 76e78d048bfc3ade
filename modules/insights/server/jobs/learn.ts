import { setImmediate } from 'node:timers/promises'
import { fromInstant } from '#base/time.ts'
import type { JobContext } from '#kernel/context.ts'
import { job } from '#kernel/handlers.ts'
import { listWork, type Work } from '../../../tasks/contract.ts'
import { newSums, takeIn, toBackTest } from '../estimates/back-test.ts'
import { newEstimator } from '../estimates/estimator.ts'
import { packEstimator } from '../estimates/pack.ts'
import { keepModel, learnJob } from '../internal.ts'
import { toPastTask } from '../model/to-past-task.ts'

/** Past tasks learned from, the newest of them: older ones say little, and time and memory stay bounded. */
const MOST = 8000
/** Tasks between two breaths: some ten milliseconds. */
const STEP = 25

/** Learns from all done tasks with time spent, in their order, testing each estimate before learning from its task. */
export default job(learnJob, async (context) => {
  const { call, now, progress, signal } = context
  const begunAt = now()
  const work = await timedWork(context)
  const estimator = newEstimator()
  const sums = newSums()
  for (const [index, task] of work.entries()) {
    takeIn(estimator, sums, toPastTask(task))
    if (index % STEP !== 0) continue
    signal.throwIfAborted()
    progress(index, work.length, 'tasks')
    await setImmediate()
  }
  const { kept } = await call(keepModel, {
    begunAt,
    tasks: work.length,
    backTest: JSON.stringify(toBackTest(sums)),
    estimator: packEstimator(estimator),
  })
  return { tasks: work.length, kept }
})

async function timedWork({ ask, signal }: JobContext<unknown>): Promise<Work[]> {
  const all: Work[] = []
  let cursor: string | undefined
  for (;;) {
    signal.throwIfAborted()
    const { items, next } = await ask(listWork, { timed: true, limit: 200, ...(cursor && { cursor }) })
    all.push(...items)
    if (next === null) break
    cursor = next
  }
  const doneAt = ({ completedAt }: Work) => (completedAt === null ? 0 : fromInstant(completedAt))
  return all.sort((one, other) => doneAt(one) - doneAt(other)).slice(-MOST)
}
