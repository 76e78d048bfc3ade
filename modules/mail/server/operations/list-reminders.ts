import { rowBefore } from '#kernel/database/raw.ts'
import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listReminders } from '../../contract.ts'
import { query } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { remindersOf, toReminder } from '../tidying/to-reminder.ts'

export default query(listReminders, async ({ db, actor }, { cursor, limit, state }) => {
  const last = readCursor(cursor, ['number', 'string'])
  if (last instanceof Failure) return last

  // What waits is wanted soonest first; what is over, and all of them, by the one that was due last.
  const direction = state === 'waiting' ? 'asc' : 'desc'
  let rows = remindersOf(db, ownerOf(actor))
    .orderBy('mail_reminder.due_at', direction)
    .orderBy('mail_reminder.id', direction)
    .limit(limit + 1)
  if (state) rows = rows.where('mail_reminder.state', '=', state)
  if (last) rows = rows.where(rowBefore(['mail_reminder.due_at', 'mail_reminder.id'], last, direction))
  return toPage(await rows.execute(), limit, toReminder, ({ due_at, id }) => [due_at, id])
})
