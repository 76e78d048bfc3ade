import { z } from 'zod'
import { defineJob } from '#contract/job.ts'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, integer, text } from '#contract/schema.ts'
import { attachToTask, TaskAttachment, TaskAttachmentId, TaskId, taskUpdated } from '../../contract.ts'

const exampleId = '01933b6e-8f00-7000-8000-000000000001'

/** Puts a stored file with a task, which then holds it. */
export const recordFile = defineCommand({
  name: 'tasks.record-file',
  summary: 'Put a stored file with a task',
  access: 'system',
  input: z.strictObject({ taskId: TaskId, blob: text, filename: text, contentType: text, size: integer }),
  output: TaskAttachment,
  errors: {
    'task-not-found': attachToTask.errors['task-not-found'],
    'too-many-files': attachToTask.errors['too-many-files'],
  },
  emits: [taskUpdated],
  example: { taskId: exampleId, blob: 'a', filename: 'a', contentType: 'text/plain', size: 1 },
})

/** Where the bytes of a file are. */
export const readFile = defineQuery({
  name: 'tasks.read-file',
  summary: 'Where the bytes of a file of a task are',
  access: 'system',
  input: z.strictObject({ id: TaskAttachmentId }),
  output: z.object({ taskId: TaskId, blob: text, filename: text }),
  errors: { 'attachment-not-found': 'There is no such file' },
  example: { id: exampleId },
})

/** Which of some files nobody needs. */
export const freeFiles = defineCommand({
  name: 'tasks.free-files',
  summary: 'Which of some files nobody needs',
  access: 'system',
  input: z.strictObject({ files: z.array(text) }),
  output: z.object({ files: z.array(text) }),
  example: { files: ['a'] },
})

/** Lets go of files that were taken off their tasks longer ago than an undo reaches. */
export const forgetFiles = defineCommand({
  name: 'tasks.forget-files',
  summary: 'Let go of files that were taken off their tasks',
  access: 'system',
  input: z.strictObject({ limit: integer }),
  output: z.object({ more: boolean }),
  example: { limit: 100 },
})

/** Does so for all of them. */
export const forgetFilesJob = defineJob({
  name: 'tasks.forget-files',
  summary: 'Let go of files that were taken off their tasks',
  input: z.object({}),
})

/** Deletes files that nobody needs any more. */
export const deleteFilesJob = defineJob({
  name: 'tasks.delete-files',
  summary: 'Delete files that no task has any more',
  input: z.object({ files: z.array(text) }),
})
