import type { CommandContext } from '#kernel/context.ts'
import type { MailTables, MessageRow } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { noteMatches } from '../rules/run-rules.ts'
import { changeMail } from './change-mail.ts'
import { onList } from './sender-lists.ts'

/** Stands for a rule where it is noted that a message was looked at: a person may take it out of junk again. */
const BLOCKING = 'blocked'
const REACHED = new Set(['inbox', 'archive'])

/** Puts new mail of blocked senders into junk, once; answers which messages are theirs. */
export async function junkBlocked(
  context: Pick<CommandContext<MailTables>, 'db' | 'actor' | 'emit' | 'now' | 'enqueue'>,
  rows: MessageRow[],
): Promise<Set<string>> {
  const { db, actor } = context
  const addresses = rows.map(({ from_address }) => from_address)
  const blocked = await onList(db, { ownerId: ownerOf(actor), list: 'blocked', addresses })
  const theirs = rows.filter(({ from_address }) => blocked.has(from_address))
  if (theirs.length === 0) return new Set()

  const done = await db
    .selectFrom('mail_rule_match')
    .select('message_id')
    .where('rule_id', '=', BLOCKING)
    .where(
      'message_id',
      'in',
      theirs.map(({ id }) => id),
    )
    .execute()
  const known = new Set(done.map(({ message_id }) => message_id))
  const fresh = theirs.filter(({ id }) => !known.has(id))
  await changeMail(
    context,
    fresh.flatMap((row) => (REACHED.has(row.place) ? [{ row, change: { place: 'junk' as const } }] : [])),
  )
  await noteMatches(
    context,
    fresh.map(({ id }) => ({ rule_id: BLOCKING, message_id: id, run_id: null, change: '{}' })),
  )
  return new Set(theirs.map(({ id }) => id))
}
