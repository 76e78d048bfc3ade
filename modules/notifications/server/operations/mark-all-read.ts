import { personOf } from '#kernel/actor.ts'
import { markAllRead, noticesRead } from '../../contract.ts'
import { command } from '../database.ts'

const MOST_ANSWERED = 200

export default command(markAllRead, async ({ db, actor, emit, now }) => {
  const rows = await db
    .updateTable('notifications_notice')
    .set({ read_at: now() })
    .where('person_id', '=', personOf(actor))
    .where('read_at', 'is', null)
    .returning('id')
    .execute()
  const ids = rows.map(({ id }) => id).sort((a, b) => (a < b ? 1 : -1))
  if (ids[0]) emit(noticesRead, { id: ids[0], count: ids.length })
  return { changed: ids.slice(0, MOST_ANSWERED) }
})
