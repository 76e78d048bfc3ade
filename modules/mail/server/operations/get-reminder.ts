import { getReminder } from '../../contract.ts'
import { query } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { remindersOf, toReminder } from '../tidying/to-reminder.ts'

export default query(getReminder, async ({ db, actor, fail }, { id }) => {
  const row = await remindersOf(db, ownerOf(actor)).where('mail_reminder.id', '=', id).executeTakeFirst()
  return row ? toReminder(row) : fail('reminder-not-found')
})
