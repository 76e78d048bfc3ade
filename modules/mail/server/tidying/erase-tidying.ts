import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { MailTables } from '../database.ts'

/** What tidying knows of messages goes with them; a thread that loses some is as any other. Called while they are there. */
export async function eraseTidyingOf(db: WriteDatabase<MailTables>, messageIds: string[]): Promise<void> {
  if (messageIds.length === 0) return
  const rows = await db.selectFrom('mail_message').select('thread_id').where('id', 'in', messageIds).execute()
  const threads = [...new Set(rows.map(({ thread_id }) => thread_id))]
  if (threads.length > 0) await db.deleteFrom('mail_attention').where('thread_id', 'in', threads).execute()
  const reminders = await db.deleteFrom('mail_reminder').where('message_id', 'in', messageIds).returning('id').execute()
  const ids = reminders.map(({ id }) => id)
  if (ids.length > 0) await db.deleteFrom('mail_alarm').where('subject_id', 'in', ids).execute()
  await db.deleteFrom('mail_rule_match').where('message_id', 'in', messageIds).execute()
  await db.deleteFrom('mail_unsubscribe').where('message_id', 'in', messageIds).execute()
  await db.deleteFrom('mail_suggestion').where('message_id', 'in', messageIds).execute()
}

const OWNED = [
  'mail_attention',
  'mail_reminder',
  'mail_sender',
  'mail_rule_match',
  'mail_rule_run',
  'mail_rule',
  'mail_unsubscribe',
  'mail_suggestion',
] as const

/** What is left of a person. */
export async function eraseTidyingOfOwner(
  db: WriteDatabase<MailTables>,
  { ownerId, workspaceId }: { ownerId: string; workspaceId: string },
): Promise<void> {
  for (const table of OWNED) await db.deleteFrom(table).where('owner_id', '=', ownerId).execute()
  await db.deleteFrom('mail_alarm').where('of_workspace', '=', workspaceId).where('owner_id', '=', ownerId).execute()
}

/** What is left of a workspace, whosesoever. */
export async function eraseTidyingOfWorkspace(db: WriteDatabase<MailTables>, workspaceId: string): Promise<void> {
  for (const table of OWNED) await db.deleteFrom(table).execute()
  await db.deleteFrom('mail_alarm').where('of_workspace', '=', workspaceId).execute()
}
