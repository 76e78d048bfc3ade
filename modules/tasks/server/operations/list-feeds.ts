import { personOf } from '#kernel/actor.ts'
import { listFeeds } from '../../contract/feeds.ts'
import { query } from '../database.ts'
import { toFeed } from '../feeds/to-feed.ts'

export default query(listFeeds, async ({ db, actor }) => {
  const rows = await db
    .selectFrom('tasks_feed')
    .selectAll()
    .where('of_workspace', '=', actor.workspaceId)
    .where('owner_id', '=', personOf(actor))
    .orderBy('id', 'desc')
    .execute()
  return { items: rows.map(toFeed) }
})
