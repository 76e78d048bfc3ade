import { unsubscribeChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { noteUnsubscribe } from '../tidying/internal.ts'

export default command(noteUnsubscribe, async ({ db, actor, emit, now }, { id, problem }) => {
  const noted = await db
    .updateTable('mail_unsubscribe')
    .set({ state: problem === null ? 'done' : 'failed', problem, finished_at: now() })
    .where('id', '=', id)
    .where('owner_id', '=', ownerOf(actor))
    .returning('id')
    .executeTakeFirst()
  if (noted) emit(unsubscribeChanged, { id })
  return {}
})
