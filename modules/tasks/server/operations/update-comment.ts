import { personOf } from '#kernel/actor.ts'
import { commentChanged, personMentioned, updateComment } from '../../contract.ts'
import { mentionsOf } from '../comments/mentions.ts'
import { findComment, rowOf, storeComment, toComment } from '../comments/store.ts'
import { command } from '../database.ts'
import { isStale, staleDetail } from '../revision.ts'

export default command(updateComment, async ({ db, actor, ask, changed, emit, fail, now }, { id, rev, body }) => {
  const found = await findComment(db, id)
  if (!found) return fail('comment-not-found')
  if (found.author_id !== personOf(actor)) return fail('not-your-comment')
  if (isStale(found, rev)) return fail('stale-revision', { detail: staleDetail(found) })
  const row = rowOf(found)
  const before = toComment(row, found.title)
  if (body === row.body) return before

  const mentions = await mentionsOf(ask, body)
  const edited = { ...row, body, mentions: JSON.stringify(mentions), rev: row.rev + 1, edited_at: now() }
  await storeComment(db, row, edited)
  emit(commentChanged, { id, taskId: row.task_id })
  for (const personId of mentions)
    if (personId !== row.author_id && !before.mentions.includes(personId))
      emit(personMentioned, { id, taskId: row.task_id }, { personId })
  const comment = toComment(edited, found.title)
  changed(before, comment)
  return comment
})
