import { job } from '#kernel/handlers.ts'
import { throughFileGate } from '../store/file-gate.ts'
import { emptyMailbox, forgetConnection, forgetConnectionJob, readMailboxes, sweepOrphans } from '../sync/internal.ts'
import { sessions } from '../sync/sessions.ts'

/** Placements taken out, and messages erased, a transaction: small enough that nobody waits long. */
const STEP = 200
const ERASE_STEP = 40

/** Erases what only one account brought, in small steps. Stopped half-way, it goes on at the next start. */
export default job(forgetConnectionJob, async (context) => {
  const { input, call, ask, ports, signal, service, progress } = context
  const { connectionId } = input
  await service(sessions).unfollow(connectionId)
  const { items } = await ask(readMailboxes, { connectionId })
  for (const { id } of items) {
    while ((await call(emptyMailbox, { mailboxId: id, limit: STEP, afterwards: 'forget' }, { bulk: true })).left > 0)
      signal.throwIfAborted()
  }
  let erased = 0
  for (;;) {
    signal.throwIfAborted()
    const step = await throughFileGate(ports.blobs, async () => {
      const input = { connectionId, before: Number.MAX_SAFE_INTEGER, limit: ERASE_STEP, erases: true }
      const answer = await call(sweepOrphans, input, { bulk: true })
      // After the commit: a crash here leaves a file that nobody names, never a name without its file.
      for (const hash of answer.blobs) await ports.blobs.delete(hash)
      return answer
    })
    if (step.seen === 0) break
    erased += step.erased
    progress(erased, null, 'messages')
  }
  await call(forgetConnection, { connectionId })
  return { erased }
})
