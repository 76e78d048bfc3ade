import { z } from 'zod'
import { defineCommand } from '#contract/operation.ts'
import { date, id } from '#contract/schema.ts'
import { suggestionApproved, suggestionReopened, taskCreated, taskDeleted } from './events.ts'
import { exampleId, projectNotFound, title } from './inputs.ts'
import { ProjectId, Task } from './task.ts'

export const createTaskFromMessage = defineCommand({
  name: 'tasks.create-from-message',
  summary: 'Make a task of a message and link the two',
  access: 'member',
  input: z.strictObject({
    messageId: id('mail.message'),
    title: title.optional(),
    projectId: ProjectId.nullable().default(null),
  }),
  output: Task,
  errors: { 'message-not-found': 'There is no such message', ...projectNotFound },
  http: 'POST /emails/{messageId}/task',
  cli: { name: 'task from-message', positional: ['messageId'] },
  emits: [taskCreated],
  example: { messageId: exampleId },
})

export const approveSuggestion = defineCommand({
  name: 'tasks.approve-suggestion',
  summary: 'Make a task of what a message suggests, linked with the message',
  access: 'member',
  input: z.strictObject({
    id: id('mail.suggestion'),
    title: title.optional(),
    deadlineOn: date().nullable().optional(),
    projectId: ProjectId.nullable().default(null),
  }),
  output: Task,
  errors: {
    'suggestion-not-found': 'There is no such suggestion',
    'already-approved': 'That suggestion is a task already',
    ...projectNotFound,
  },
  http: 'POST /integrations/suggested-tasks/{id}/approve',
  cli: { name: 'task approve-suggestion', positional: ['id'] },
  emits: [taskCreated, suggestionApproved],
  example: { id: exampleId },
})

export const undoApproval = defineCommand({
  name: 'tasks.undo-approval',
  summary: 'Put the task that was made of a suggestion in the trash, and suggest it again',
  access: 'member',
  input: z.strictObject({ id: id('mail.suggestion') }),
  output: Task,
  errors: {
    'suggestion-not-found': 'There is no such suggestion',
    'not-approved': { message: 'There is no task of that suggestion', kind: 'conflict' },
  },
  http: 'POST /integrations/suggested-tasks/{id}/undo-approval',
  cli: { name: 'task undo-approval', positional: ['id'] },
  emits: [taskDeleted, suggestionReopened],
  example: { id: exampleId },
})
