import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { instant, integer, page, pageInput, text } from '#contract/schema.ts'
import { commentChanged, CommentId, personMentioned } from './comment-events.ts'
import { exampleId, notFound, rev } from './inputs.ts'
import { TaskId, UserId } from './task.ts'
import { ChangeId } from './undo.ts'

/** What somebody wrote about a task. A mention stands in the text as `@[Name](id)`. */
export const TaskComment = z
  .object({
    id: CommentId,
    rev: integer,
    taskId: TaskId,
    taskTitle: text,
    authorId: UserId,
    body: z.string().describe('Markdown; a mention is @[Name](id of a member)'),
    mentions: z.array(UserId),
    createdAt: instant(),
    editedAt: instant().nullable(),
  })
  .meta({ id: 'TaskComment' })
export type TaskComment = z.infer<typeof TaskComment>

const body = z.string().trim().min(1, 'A comment needs some words').max(20_000)
const commentNotFound = { 'comment-not-found': 'There is no such comment' } as const
const notYours = {
  'not-your-comment': {
    message: 'Only who wrote a comment changes it',
    kind: 'forbidden',
    remedy: 'Write one of your own.',
  },
} as const

export const addComment = defineCommand({
  name: 'tasks.add-comment',
  summary: 'Write a comment on a task; who is mentioned as @[Name](id) is told',
  access: 'member',
  input: z.strictObject({ taskId: TaskId, body }),
  output: TaskComment,
  errors: notFound,
  http: 'POST /tasks/{taskId}/comments',
  cli: { name: 'task comment', positional: ['taskId', 'body'] },
  emits: [commentChanged, personMentioned],
  example: { taskId: exampleId, body: 'The hall is free on Friday.' },
})

export const updateComment = defineCommand({
  name: 'tasks.update-comment',
  summary: 'Change a comment of yours; whom it mentions anew is told',
  access: 'member',
  input: z.strictObject({ id: CommentId, rev, body }),
  output: TaskComment,
  errors: { ...commentNotFound, ...notYours },
  http: 'PATCH /tasks/comments/{id}',
  cli: { name: 'task edit-comment', positional: ['id', 'body'] },
  emits: [commentChanged, personMentioned],
  example: { id: exampleId, body: 'The hall is free on Saturday.' },
})

export const deleteComment = defineCommand({
  name: 'tasks.delete-comment',
  summary: 'Delete a comment of yours; an undo brings it back',
  access: 'member',
  input: z.strictObject({ id: CommentId, rev }),
  output: z.object({ changeId: ChangeId.nullable().describe('What undoes it') }),
  errors: { ...commentNotFound, ...notYours },
  http: 'DELETE /tasks/comments/{id}',
  cli: { name: 'task delete-comment', positional: ['id'] },
  emits: [commentChanged],
  example: { id: exampleId },
})

export const getComment = defineQuery({
  name: 'tasks.get-comment',
  summary: 'Read one comment',
  access: 'member',
  input: z.strictObject({ id: CommentId }),
  output: TaskComment,
  errors: commentNotFound,
  http: 'GET /tasks/comments/{id}',
  cli: { name: 'task show-comment', positional: ['id'] },
  example: { id: exampleId },
})

export const listComments = defineQuery({
  name: 'tasks.list-comments',
  summary: 'List the comments on a task, newest first',
  access: 'member',
  input: z.strictObject({ ...pageInput, taskId: TaskId }),
  output: page(TaskComment),
  errors: notFound,
  http: 'GET /tasks/{taskId}/comments',
  cli: { name: 'task comments', positional: ['taskId'] },
  example: { taskId: exampleId },
})
