import type { JobContext } from '#kernel/context.ts'
import { access, type AccessOf } from '../../../connections/contract.ts'
import type { Envelope, OutgoingRow } from '../drafts/tables.ts'
import type { Fault } from '../sending/fault-of.ts'
import { noteSending } from '../sending/internal.ts'
import { GmailError } from './gmail-error.ts'
import { createGmailClient } from './open-gmail.ts'
import { sendFault } from './send-fault.ts'
import { sendMessage } from './send-message.ts'

/** Hands a source to Gmail's API, where the account's consent does not reach to its mail server; says what came of it. */
export async function handOverByApi(
  { call, service, signal }: JobContext<unknown>,
  row: OutgoingRow,
  of: AccessOf,
  { source, baseUrl }: { source: Uint8Array; baseUrl: string },
): Promise<{ fault: null; refused: [] } | { fault: Omit<Fault, 'notSignedIn'> }> {
  const client = createGmailClient(service(access), of, baseUrl)
  const { bcc } = JSON.parse(row.envelope) as Envelope
  signal.throwIfAborted()
  await call(noteSending, { id: row.id, attempt: row.attempts })
  try {
    await sendMessage(client, source, bcc)
    return { fault: null, refused: [] }
  } catch (cause) {
    if (!(cause instanceof GmailError)) throw cause
    return { fault: sendFault(cause) }
  }
}
