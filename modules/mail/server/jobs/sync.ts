import type { JobContext } from '#kernel/context.ts'
import { FailureError } from '#kernel/failure.ts'
import { job } from '#kernel/handlers.ts'
import { noteSync, readConnection, receivesMail } from '../../../connections/contract.ts'
import { syncJob } from '../../contract.ts'
import { sessions } from '../sync/sessions.ts'
import { accessOf, SyncRun } from '../sync/sync-run.ts'

/** Brings the mail of an account here. Where it was stopped, by whatever, it goes on after the last batch that was stored. */
export default job(syncJob, async (context) => {
  const { call, input, ask, now } = context
  const id = input.connectionId
  const account = await ask(readConnection, { id })
  if (account.state === 'paused') return { stored: 0 }
  if (!receivesMail(account)) {
    if (account.state === 'failing') await call(noteSync, { id, state: 'active', problem: null })
    return { stored: 0 }
  }
  try {
    using lease = await context.service(sessions).borrow(accessOf(context))
    const run = new SyncRun(context, context.service(sessions), lease, account)
    await run.all()
    await call(noteSync, { id, state: 'active', problem: null, at: now() })
    return { stored: run.stored }
  } catch (cause) {
    if (codeOf(cause) === 'connection-paused') return { stored: 0 }
    await noteFailure(context, cause)
    throw cause
  }
})

/** What the owner must mend is noted where it was met; everything else is a failure that is tried again. */
async function noteFailure({ call, input, signal, ask }: JobContext<{ connectionId: string }>, cause: unknown) {
  if (signal.aborted || NOTED.has(codeOf(cause) ?? '')) return
  const { id, state } = await ask(readConnection, { id: input.connectionId })
  if (state === 'paused' || state === 'needs-consent') return
  const failure = cause instanceof FailureError ? cause.failure : null
  const problem = { code: failure?.code ?? 'sync-failed', detail: failure?.detail ?? BROKEN }
  await call(noteSync, { id, state: 'failing', problem })
}

const NOTED = new Set(['connection-not-found', 'needs-consent'])
const BROKEN = 'The connection to the mail server broke. It is tried again by itself.'

function codeOf(cause: unknown): string | null {
  return cause instanceof FailureError ? cause.failure.code : null
}
