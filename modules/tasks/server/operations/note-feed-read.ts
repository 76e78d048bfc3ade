import { command } from '../database.ts'
import { noteFeedRead } from '../feeds/internal.ts'

export default command(noteFeedRead, async ({ db, now }, { id }) => {
  await db.updateTable('tasks_feed').set({ read_at: now() }).where('id', '=', id).execute()
  return {}
})
