import { uuidv7 } from '#base/ids.ts'
import { personOf } from '#kernel/actor.ts'
import { addComment, commentChanged, personMentioned } from '../../contract.ts'
import { mentionsOf } from '../comments/mentions.ts'
import { storeComment, toComment } from '../comments/store.ts'
import type { CommentRow } from '../comments/tables.ts'
import { command } from '../database.ts'
import { findChangeable } from '../find-task.ts'

export default command(addComment, async ({ db, actor, ask, changed, emit, fail, now }, { taskId, body }) => {
  const task = await findChangeable(db, taskId)
  if (!task) return fail('task-not-found')
  const mentions = await mentionsOf(ask, body)
  const row: CommentRow = {
    id: uuidv7(),
    rev: 1,
    task_id: taskId,
    author_id: personOf(actor),
    body,
    mentions: JSON.stringify(mentions),
    created_at: now(),
    edited_at: null,
  }
  await storeComment(db, null, row)
  emit(commentChanged, { id: row.id, taskId })
  for (const personId of mentions)
    if (personId !== row.author_id) emit(personMentioned, { id: row.id, taskId }, { personId })
  const comment = toComment(row, task.title)
  changed(null, comment)
  return comment
})
