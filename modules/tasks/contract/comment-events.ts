import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { id } from '#contract/schema.ts'
import { TaskId } from './task.ts'

export const CommentId = id('tasks.comment')

const subject = z.object({ id: CommentId, taskId: TaskId })
export const commentChanged = defineEvent({
  name: 'tasks.comment-changed',
  summary: 'A comment on a task was written, edited or deleted',
  data: subject,
})
/** Belongs to who is mentioned. */
export const personMentioned = defineEvent({
  name: 'tasks.mentioned',
  summary: 'Somebody was mentioned in a comment on a task',
  audience: 'person',
  data: subject,
})
