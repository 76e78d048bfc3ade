import type { JobContext } from '#kernel/context.ts'
import { job } from '#kernel/handlers.ts'
import { listConnections, removeConnection } from '../../../connections/contract.ts'
import { eraseBatch, eraseMailboxJob, forgetOwner } from '../internal.ts'
import { eraseAllDrafts } from '../sending/erase-all-drafts.ts'
import { throughFileGate } from '../store/file-gate.ts'
import { sessions } from '../sync/sessions.ts'

/** Messages erased a transaction: small enough that nobody waits long. */
const BATCH = 40

/** Erases all mail of one person in one workspace, in small steps. Stopped half-way, it goes on at the next start. */
export default job(eraseMailboxJob, async (context) => {
  const { input, call, ports, progress, signal } = context
  if (input.removeAccounts) await removeAccounts(context)
  // First what is on its way: nothing is sent for somebody who is gone.
  await eraseAllDrafts({ call, ports, signal }, false)
  let erased = 0
  for (;;) {
    signal.throwIfAborted()
    const step = await throughFileGate(ports.blobs, async () => {
      const answer = await call(eraseBatch, { importId: null, limit: BATCH }, { bulk: true })
      // After the commit: a crash here leaves a file that nobody names, never a name without its file.
      for (const hash of answer.blobs) await ports.blobs.delete(hash)
      return answer
    })
    if (step.erased === 0) break
    erased += step.erased
    progress(erased, null, 'messages')
  }
  const { uploads } = await call(forgetOwner, {})
  for (const id of uploads) await ports.uploads.delete(id)
  return { erased }
})

/** Nothing new comes once an account is let go. What is on its server stays there. */
async function removeAccounts({ ask, call, service }: JobContext<unknown>): Promise<void> {
  const { items } = await ask(listConnections, {})
  for (const { id } of items) {
    await service(sessions).unfollow(id)
    await call(removeConnection, { id })
  }
}
