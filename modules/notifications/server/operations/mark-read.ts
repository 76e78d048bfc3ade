import { personOf } from '#kernel/actor.ts'
import { markRead, noticesRead } from '../../contract.ts'
import { command } from '../database.ts'

export default command(markRead, async ({ db, actor, emit, fail, now }, { ids, read }) => {
  const mine = await db
    .selectFrom('notifications_notice')
    .select('id')
    .where('id', 'in', ids)
    .where('person_id', '=', personOf(actor))
    .execute()
  if (mine.length < new Set(ids).size) return fail('notice-not-found')

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
