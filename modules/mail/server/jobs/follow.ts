import { FailureError } from '#kernel/failure.ts'
import { job } from '#kernel/handlers.ts'
import { readConnection, receivesMail, type Connection } from '../../../connections/contract.ts'
import { beginSync, followJob } from '../sync/internal.ts'
import { sessions } from '../sync/sessions.ts'
import { accessOf } from '../sync/sync-run.ts'

/** Keeps a connection to an account that is awake and has it synced; lets go of one that rests or is gone. */
export default job(followJob, async (context) => {
  const { connectionId } = context.input
  const account = await context.ask(readConnection, { id: connectionId }).catch(goneAsNull)
  const kept = context.service(sessions)
  const rests = account?.state === 'paused' || account?.state === 'needs-consent'
  if (!account || rests || !receivesMail(account)) {
    await kept.unfollow(connectionId)
    return { followed: false }
  }
  kept.follow(accessOf(context), { intervalMinutes: account.intervalMinutes })
  if (account.state === 'active') await context.call(beginSync, { connectionId })
  return { followed: true }
})

function goneAsNull(cause: unknown): Connection | null {
  if (cause instanceof FailureError && cause.failure.code === 'connection-not-found') return null
  throw cause
}
