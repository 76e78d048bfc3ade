import { personOf } from '#kernel/actor.ts'
import { countNotices } from '../../contract.ts'
import { query } from '../database.ts'

// A number beside a bell says no more than "many" beyond this.
const MOST_COUNTED = 1000

export default query(countNotices, async ({ db, actor }) => {
  const rows = await db
    .selectFrom('notifications_notice')
    .select('id')
    .where('person_id', '=', personOf(actor))
    .where('read_at', 'is', null)
    .limit(MOST_COUNTED)
    .execute()
  return { unread: rows.length }
})
