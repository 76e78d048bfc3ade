import { personOf } from '#kernel/actor.ts'
import { feedChanged, revokeFeed } from '../../contract/feeds.ts'
import { command } from '../database.ts'

export default command(revokeFeed, async ({ db, actor, emit, fail }, { id }) => {
  const { numDeletedRows } = await db
    .deleteFrom('tasks_feed')
    .where('id', '=', id)
    .where('of_workspace', '=', actor.workspaceId)
    .where('owner_id', '=', personOf(actor))
    .executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) return fail('feed-not-found')
  emit(feedChanged, { id })
  return {}
})
