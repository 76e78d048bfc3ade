import { uuidv7 } from '#base/ids.ts'
import { personOf } from '#kernel/actor.ts'
import { createFeed, feedChanged } from '../../contract/feeds.ts'
import { command } from '../database.ts'
import { hashOfSecret, newFeedSecret } from '../feeds/feed-secret.ts'
import type { FeedRow } from '../feeds/tables.ts'
import { toFeed } from '../feeds/to-feed.ts'

const MOST = 100

export default command(createFeed, async ({ db, actor, emit, fail, now }, { name }) => {
  const owner_id = personOf(actor)
  const mine = await db
    .selectFrom('tasks_feed')
    .select('id')
    .where('of_workspace', '=', actor.workspaceId)
    .where('owner_id', '=', owner_id)
    .execute()
  if (mine.length >= MOST) return fail('too-many-feeds')

  const secret = newFeedSecret()
  const row: FeedRow = {
    id: uuidv7(),
    of_workspace: actor.workspaceId,
    owner_id,
    name,
    secret_hash: hashOfSecret(secret),
    created_at: now(),
    read_at: null,
  }
  await db.insertInto('tasks_feed').values(row).execute()
  emit(feedChanged, { id: row.id })
  return { ...toFeed(row), path: `/api/v1/feeds/${secret}/tasks.ics` }
})
