import { personOf } from '#kernel/actor.ts'
import { markRead, noticesRead } from '../../contract.ts'
import { command } from '../database.ts'

export default command(markRead, async ({ db, actor, emit, now }, { ids, read }) => {
  const rows = await db
    .updateTable('notifications_notice')
    .set({ read_at: read ? now() : null })
    .where('id', 'in', ids)
    .where('person_id', '=', personOf(actor))
    .where('read_at', read ? 'is' : 'is not', null)
    .returning('id')
    .execute()
  if (rows.length > 0) emit(noticesRead, { id: rows[0]!.id, count: rows.length })
  return { changed: rows.map(({ id }) => id) }
})
