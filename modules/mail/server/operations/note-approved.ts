import { suggestionChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { noteApproved } from '../tidying/internal.ts'

export default command(noteApproved, async ({ db, actor, emit }, { id, approved }) => {
  const changed = await db
    .updateTable('mail_suggestion')
    .set({ state: approved ? 'approved' : 'open' })
    .where('id', '=', id)
    .where('owner_id', '=', ownerOf(actor))
    .where('state', approved ? '!=' : '=', 'approved')
    .returning('id')
    .executeTakeFirst()
  if (changed) emit(suggestionChanged, { id })
  return {}
})
