import { personOf } from '#kernel/actor.ts'
import { commentChanged, deleteComment } from '../../contract.ts'
import { findComment, rowOf, storeComment } from '../comments/store.ts'
import { command } from '../database.ts'
import { isStale, staleDetail } from '../revision.ts'
import { changeOf } from '../undo/record-change.ts'

export default command(deleteComment, async ({ db, actor, changed, emit, fail }, { id, rev }) => {
  const found = await findComment(db, id)
  if (!found) return fail('comment-not-found')
  if (found.author_id !== personOf(actor)) return fail('not-your-comment')
  if (isStale(found, rev)) return fail('stale-revision', { detail: staleDetail(found) })

  await storeComment(db, rowOf(found), null)
  emit(commentChanged, { id, taskId: found.task_id })
  // The audit keeps that it was deleted, and not what it said.
  changed({ id, taskId: found.task_id }, null)
  return { changeId: changeOf(db) }
})
