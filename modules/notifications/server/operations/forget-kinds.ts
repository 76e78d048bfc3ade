import { personOf } from '#kernel/actor.ts'
import { command } from '../database.ts'
import { forgetKinds } from '../internal.ts'

export default command(forgetKinds, async ({ db, actor }, { kinds }) => {
  await db
    .deleteFrom('notifications_notice')
    .where('person_id', '=', personOf(actor))
    .where('kind', 'in', kinds)
    .execute()
  return {}
})
