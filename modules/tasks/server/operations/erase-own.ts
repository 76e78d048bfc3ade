import { personOf } from '#kernel/actor.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { feedChanged } from '../../contract/feeds.ts'
import { command, type TasksTables } from '../database.ts'
import { eraseOwn } from '../people/internal.ts'

export default command(eraseOwn, async ({ db, actor, emit }, { at, account }) => {
  const personId = personOf(actor)
  const feeds = await db
    .deleteFrom('tasks_feed')
    .where('of_workspace', '=', actor.workspaceId)
    .where('owner_id', '=', personId)
    .where('created_at', '<=', at)
    .returning('id')
    .execute()
  for (const { id } of feeds) emit(feedChanged, { id })
  if (account) await eraseWithAccount(db, personId)
  return {}
})

/** What others see stays: a shared filter, a comment, time on a shared task. */
async function eraseWithAccount(db: WriteDatabase<TasksTables>, personId: string): Promise<void> {
  const reminders = db.selectFrom('tasks_reminder').select('id').where('person_id', '=', personId)
  await db.deleteFrom('tasks_alarm').where('kind', '=', 'reminder').where('subject_id', 'in', reminders).execute()
  await db.deleteFrom('tasks_reminder').where('person_id', '=', personId).execute()
  await db.deleteFrom('tasks_filter').where('person_id', '=', personId).where('shared', '=', 0).execute()
  await db.deleteFrom('tasks_change').where('person_id', '=', personId).execute()
}
