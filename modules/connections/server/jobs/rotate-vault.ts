import { job } from '#kernel/handlers.ts'
import { resealStep, rotateJob } from '../internal.ts'

/** Secrets sealed a transaction: small enough that nobody waits long. */
const STEP = 100

/** Each step is whole: whatever ends this process, the rest lies under a key that is still there. */
export default job(rotateJob, async ({ call, progress, signal }) => {
  let done = 0
  for (;;) {
    signal.throwIfAborted()
    const { sealed, left } = await call(resealStep, { limit: STEP }, { bulk: true })
    done += sealed
    progress(done, done + left, 'secrets')
    if (left === 0) return { sealed: done }
  }
})
