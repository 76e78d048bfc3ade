import { command } from '../database.ts'
import { releaseLease } from '../internal.ts'

export default command(releaseLease, async ({ db }, { id, holder }) => {
  await db.deleteFrom('connections_lease').where('connection_id', '=', id).where('holder', '=', holder).execute()
  return {}
})
