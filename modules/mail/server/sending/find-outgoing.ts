import type { Actor } from '#kernel/actor.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { toInstant, toInstantOrNull } from '#base/time.ts'
import type { Outgoing } from '../../contract.ts'
import type { MailTables } from '../database.ts'
import type { Envelope, OutgoingRow } from '../drafts/tables.ts'
import { ownerOf } from '../policy.ts'

/** A message on its way of whoever acts; another's is not found. */
export async function findOutgoing(
  db: ReadDatabase<MailTables>,
  actor: Actor,
  id: string,
): Promise<OutgoingRow | undefined> {
  return db
    .selectFrom('mail_outgoing')
    .selectAll()
    .where('id', '=', id)
    .where('owner_id', '=', ownerOf(actor))
    .executeTakeFirst()
}

/** A row of outgoing mail as the API shows it. */
export function toOutgoing(row: OutgoingRow): Outgoing {
  const { from, to, cc, bcc } = JSON.parse(row.envelope) as Envelope
  return {
    id: row.id,
    state: row.state as Outgoing['state'],
    draftId: row.draft_id,
    connectionId: row.connection_id,
    from,
    to,
    cc,
    bcc,
    subject: row.subject,
    messageIdHeader: row.message_id,
    sendAt: toInstant(row.send_at),
    undoUntil: toInstant(row.undo_until),
    attempts: row.attempts,
    problem: row.problem === null ? null : (JSON.parse(row.problem) as Outgoing['problem']),
    refused: JSON.parse(row.refused) as Outgoing['refused'],
    sentCopy: row.sent_copy,
    createdAt: toInstant(row.created_at),
    sentAt: toInstantOrNull(row.sent_at),
  }
}
