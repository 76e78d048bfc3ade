import type { ReadDatabase, WriteDatabase } from '#kernel/database/scoped.ts'
import type { RuleActions } from '../../contract.ts'
import type { MailTables } from '../database.ts'

type Handle = ReadDatabase<MailTables> | WriteDatabase<MailTables>

/** The rules of a person in the order they run. */
export function rulesOf(db: Handle, ownerId: string) {
  return (db as ReadDatabase<MailTables>)
    .selectFrom('mail_rule')
    .selectAll()
    .where('owner_id', '=', ownerId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** One rule of a person. */
export function findRule(db: Handle, ownerId: string, id: string) {
  return (db as ReadDatabase<MailTables>)
    .selectFrom('mail_rule')
    .selectAll()
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** One run of a person. */
export function findRun(db: Handle, ownerId: string, id: string) {
  return (db as ReadDatabase<MailTables>)
    .selectFrom('mail_rule_run')
    .selectAll()
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Whether actions would do anything. */
export function doesAnything({ addLabels, move, markRead, star, makeTask }: RuleActions): boolean {
  return addLabels.length > 0 || move !== null || markRead || star || makeTask
}

/** Whether all these labels are the person's. */
export async function ownsLabels(db: Handle, ownerId: string, labelIds: string[]): Promise<boolean> {
  const ids = [...new Set(labelIds)]
  if (ids.length === 0) return true
  const rows = await (db as ReadDatabase<MailTables>)
    .selectFrom('mail_label')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where('id', 'in', ids)
    .execute()
  return rows.length === ids.length
}
