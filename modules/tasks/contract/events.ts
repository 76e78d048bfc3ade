import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { id, text } from '#contract/schema.ts'
import { ProjectId, TaskId } from './task.ts'

const subject = z.object({ id: TaskId })
export const taskCreated = defineEvent({ name: 'tasks.created', summary: 'A task was made', data: subject })
export const taskUpdated = defineEvent({ name: 'tasks.updated', summary: 'A task changed', data: subject })
export const taskCompleted = defineEvent({
  name: 'tasks.completed',
  summary: 'A task was done',
  data: z.object({ id: TaskId, by: text }),
})
export const taskReopened = defineEvent({ name: 'tasks.reopened', summary: 'A task was opened again', data: subject })
export const taskDeleted = defineEvent({ name: 'tasks.deleted', summary: 'A task went to the trash', data: subject })
export const taskRestored = defineEvent({
  name: 'tasks.restored',
  summary: 'A task came back from the trash',
  data: subject,
})
export const taskErased = defineEvent({
  name: 'tasks.erased',
  summary: 'A task left the trash for good',
  data: subject,
})
export const projectChanged = defineEvent({
  name: 'tasks.project-changed',
  summary: 'A project was made or changed',
  data: z.object({ id: ProjectId }),
})

/** A task that was made of a suggestion went to the trash by that being taken back. */
export const suggestionReopened = defineEvent({
  name: 'tasks.suggestion-reopened',
  summary: 'Making a task of a suggestion was taken back',
  audience: 'person',
  data: z.object({ id: id('mail.suggestion') }),
})

/** A task was made of what a message suggested. */
export const suggestionApproved = defineEvent({
  name: 'tasks.suggestion-approved',
  summary: 'A suggested task was made a task',
  audience: 'person',
  data: z.object({ id: id('mail.suggestion') }),
})
