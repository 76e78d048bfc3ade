import { personOf } from '#kernel/actor.ts'
import { command } from '../database.ts'
import { eraseNotices } from '../internal.ts'

export default command(eraseNotices, async ({ db, actor }, { everybody, limit }) => {
  let chosen = db.selectFrom('notifications_notice').select('id')
  if (!everybody) chosen = chosen.where('person_id', '=', personOf(actor))
  const ids = (await chosen.limit(limit).execute()).map(({ id }) => id)
  await db.deleteFrom('notifications_notice').where('id', 'in', ids).execute()
  return { erased: ids.length }
})
