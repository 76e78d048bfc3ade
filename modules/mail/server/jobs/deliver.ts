import { personOf } from '#kernel/actor.ts'
import type { JobContext } from '#kernel/context.ts'
import { FailureError } from '#kernel/failure.ts'
import { job } from '#kernel/handlers.ts'
import { deliverJob } from '../../contract.ts'
import type { OutgoingRow } from '../drafts/tables.ts'
import { composedSource } from '../sending/composed-source.ts'
import { handOver } from '../sending/hand-over.ts'
import { beginDelivery, noteSent, noteUnsent } from '../sending/internal.ts'
import { keepCopy } from '../sending/keep-copy.ts'
import { unexpectedFault } from '../sending/unexpected-fault.ts'

/**
 * Sends one message once. It is noted as leaving before its first byte goes, and as sent when the server has answered;
 * a process that dies in between leaves it unsure, and nothing but its person sends it again.
 */
export default job(deliverJob, async (context) => {
  const { id } = context.input
  const { step, row } = await context.call(beginDelivery, { id, jobId: context.jobId })
  if (!row || step === 'rest') return { state: row?.state ?? null }
  const source = step === 'send' ? await send(context, row) : row.source
  if (source !== null) await keepCopy(context, id, source)
  return { state: source === null ? 'not sent' : 'sent' }
})

/** One try; answers the source when the server took it. Whatever goes wrong is noted with the message. */
async function send(context: JobContext<{ id: string }>, row: OutgoingRow): Promise<string | null> {
  const { call, signal } = context
  const { id, attempts: attempt } = row
  const of = {
    connectionId: row.connection_id,
    userId: personOf(context.actor),
    workspaceId: context.actor.workspaceId,
  }
  try {
    const source = await composedSource(context, row)
    const handed = await handOver(context, row, of, source.bytes)
    if (handed.fault) {
      await call(noteUnsent, { id, attempt, ...handed.fault })
      return null
    }
    await call(noteSent, { id, attempt, refused: handed.refused })
    return source.blob
  } catch (cause) {
    // Taken back, or taken by another try, before anything left.
    if (cause instanceof FailureError && cause.failure.code === 'already-taken') return null
    const fault = unexpectedFault(cause, signal)
    if (!fault) throw cause
    if (fault.problem.code === 'internal') context.log.error({ outgoing: id, cause }, 'mail.deliver-broke')
    await call(noteUnsent, { id, attempt, refused: [], ...fault })
    return null
  }
}
