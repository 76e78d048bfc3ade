import { command } from '../database.ts'
import { noteUse } from '../internal.ts'

export default command(noteUse, async ({ db, now }, { sessionIds, tokenIds }) => {
  if (sessionIds.length > 0) {
    await db.updateTable('identity_session').set({ last_seen_at: now() }).where('id', 'in', sessionIds).execute()
  }
  if (tokenIds.length > 0) {
    await db.updateTable('identity_token').set({ last_used_at: now() }).where('id', 'in', tokenIds).execute()
  }
  return {}
})
