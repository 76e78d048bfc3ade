import { ruleRunChanged, type Place } from '../../contract.ts'
import { command, type MessageRow } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { findRun } from '../rules/find-rules.ts'
import { undoRuleBatch } from '../rules/internal.ts'
import { changeMail, type MailChange } from '../tidying/change-mail.ts'

/** What a match of a run keeps for an undo. */
interface Done {
  before: { seen: boolean; starred: boolean; place: Place }
  change: MailChange
  /** The labels that the message did not bear before. */
  added: string[]
}

export default command(undoRuleBatch, async (context, { runId, limit }) => {
  const { db, actor, emit, fail, now } = context
  const run = await findRun(db, ownerOf(actor), runId)
  if (!run) return fail('run-not-found')

  const matches = await db
    .selectFrom('mail_rule_match')
    .select(['message_id', 'change'])
    .where('run_id', '=', runId)
    .orderBy('message_id')
    .limit(limit)
    .execute()
  const ids = matches.map(({ message_id }) => message_id)
  const rows = ids.length === 0 ? [] : await db.selectFrom('mail_message').selectAll().where('id', 'in', ids).execute()
  const kept = new Map(matches.map(({ message_id, change }) => [message_id, JSON.parse(change) as Done]))
  await changeMail(
    context,
    rows.map((row) => ({ row, change: backOf(row, kept.get(row.id)!) })),
  )
  if (ids.length > 0)
    await db.deleteFrom('mail_rule_match').where('run_id', '=', runId).where('message_id', 'in', ids).execute()

  const done = matches.length < limit
  const left = Math.max(0, run.matched - ids.length)
  await db
    .updateTable('mail_rule_run')
    .set({ matched: left, ...(done && { state: 'undone', finished_at: now() }) })
    .where('id', '=', runId)
    .execute()
  if (done) emit(ruleRunChanged, { id: runId })
  return { done, scanned: ids.length, total: run.matched }
})

/** What puts a message back; what somebody changed since stays as they have it. */
function backOf(row: MessageRow, { before, change, added }: Done): MailChange {
  return {
    ...(change.seen !== undefined && row.seen === Number(change.seen) && { seen: before.seen }),
    ...(change.starred !== undefined && row.starred === Number(change.starred) && { starred: before.starred }),
    ...(change.place !== undefined && row.place === change.place && { place: before.place }),
    removeLabels: added,
  }
}
