import { z } from 'zod'
import { defineCommand, defineEndpoint, defineQuery } from '#contract/operation.ts'
import { id, instant, integer, text } from '#contract/schema.ts'
import { taskUpdated } from './events.ts'
import { exampleId, notFound } from './inputs.ts'
import { TaskId, UserId } from './task.ts'
import { ChangeId } from './undo.ts'

export const TaskAttachmentId = id('tasks.attachment')

/** What a task takes of files. */
export const ATTACHMENT_LIMITS = {
  /** Bytes a file. */
  bytes: 25 * 1024 * 1024,
  files: 100,
} as const

/** A file that belongs to a task. */
export const TaskAttachment = z
  .object({
    id: TaskAttachmentId,
    taskId: TaskId,
    filename: text,
    contentType: text,
    size: integer,
    addedBy: UserId,
    createdAt: instant(),
  })
  .meta({ id: 'TaskAttachment' })
export type TaskAttachment = z.infer<typeof TaskAttachment>

const attachmentNotFound = { 'attachment-not-found': 'There is no such file' } as const
const plain = /^[^\p{Cc}]*$/u

export const attachToTask = defineEndpoint({
  name: 'tasks.attach',
  summary: 'Put an uploaded file of 25 MB at most with a task',
  access: 'member',
  input: z.strictObject({
    taskId: TaskId,
    uploadId: id('kernel.upload'),
    filename: z.string().regex(plain).min(1).max(255).optional().describe("The upload's name unless given"),
  }),
  output: TaskAttachment,
  errors: {
    ...notFound,
    'upload-not-found': 'There is no such upload',
    'file-too-large': {
      message: 'A file of a task has 25 MB at most',
      kind: 'too-large',
      remedy: 'Put a link to it into the notes.',
    },
    'too-many-files': { message: 'A task has 100 files at most', kind: 'conflict' },
  },
  http: 'POST /tasks/{taskId}/attachments',
  cli: { name: 'task attach', positional: ['taskId', 'uploadId'], file: 'uploadId' },
  example: { taskId: exampleId, uploadId: exampleId },
})

export const listTaskAttachments = defineQuery({
  name: 'tasks.list-attachments',
  summary: 'List the files of a task',
  access: 'member',
  input: z.strictObject({ taskId: TaskId }),
  output: z.object({ items: z.array(TaskAttachment) }),
  errors: notFound,
  http: 'GET /tasks/{taskId}/attachments',
  cli: { name: 'task files', positional: ['taskId'] },
  example: { taskId: exampleId },
})

export const detachFromTask = defineCommand({
  name: 'tasks.detach',
  summary: 'Take a file off its task; for a day an undo brings it back',
  access: 'member',
  input: z.strictObject({ id: TaskAttachmentId }),
  output: z.object({ changeId: ChangeId.nullable().describe('What undoes it') }),
  errors: attachmentNotFound,
  http: 'DELETE /tasks/attachments/{id}',
  cli: { name: 'task detach', positional: ['id'] },
  emits: [taskUpdated],
  example: { id: exampleId },
})

export const getTaskAttachment = defineEndpoint({
  name: 'tasks.attachment',
  summary: 'The bytes of a file of a task, always as a download',
  access: 'member',
  input: z.strictObject({ id: TaskAttachmentId }),
  output: text,
  errors: attachmentNotFound,
  http: 'GET /tasks/attachments/{id}',
  cli: { name: 'task download', positional: ['id'] },
  example: { id: exampleId },
})
