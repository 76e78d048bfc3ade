import { personOf } from '#kernel/actor.ts'
import { command } from '../database.ts'
import { forgetRecords } from '../internal.ts'

export default command(forgetRecords, async ({ db, actor }, { kind, ids }) => {
  if (ids.length === 0) return {}
  await db
    .deleteFrom('notifications_notice')
    .where('person_id', '=', personOf(actor))
    .where('record_kind', '=', kind)
    .where('record_id', 'in', ids)
    .execute()
  return {}
})
