import { query } from '../database.ts'
import { findFeed } from '../feeds/internal.ts'

/** How old a note of the last reading may be: calendars come every few minutes. */
const STALE = 3_600_000

export default query(findFeed, async ({ db, now }, { hash }) => {
  const row = await db.selectFrom('tasks_feed').selectAll().where('secret_hash', '=', hash).executeTakeFirst()
  if (!row) return { feed: null }
  const { id, name, owner_id: userId, of_workspace: workspaceId, read_at } = row
  return { feed: { id, name, userId, workspaceId, isStale: Number(read_at ?? 0) < now() - STALE } }
})
