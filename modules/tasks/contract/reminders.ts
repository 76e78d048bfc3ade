import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { id, instant, integer, page, pageInput, text } from '#contract/schema.ts'
import { exampleId, notFound } from './inputs.ts'
import { TaskId } from './task.ts'

export const TaskReminderId = id('tasks.reminder')

/** A reminder of a task: at an instant, or so many minutes before (or after) its start or due date, as a VALARM has it. */
export const TaskReminder = z
  .object({
    id: TaskReminderId,
    taskId: TaskId,
    taskTitle: text,
    at: instant().nullable().describe('The instant it is set to, or null where it goes by the task'),
    relatedTo: z.enum(['start', 'due']).nullable(),
    minutesBefore: integer.nullable().describe('Negative for afterwards'),
    ringsAt: instant().nullable().describe('When it comes; null where it has come, or the task has no such date'),
    rangAt: instant().nullable(),
    createdAt: instant(),
  })
  .meta({ id: 'TaskReminder' })
export type TaskReminder = z.infer<typeof TaskReminder>

/** One event a notification: reminders that came late come together. */
export const remindersRang = defineEvent({
  name: 'tasks.reminders-rang',
  summary: 'Somebody was reminded of tasks',
  audience: 'person',
  data: z.object({ id: id('tasks.reminder-ring'), count: integer }),
})
export const reminderSet = defineEvent({
  name: 'tasks.reminder-set',
  summary: 'A reminder of a task was set, moved or taken away',
  audience: 'person',
  data: z.object({ id: TaskReminderId, taskId: TaskId }),
})

const YEAR = 366 * 24 * 60
const reminderNotFound = { 'reminder-not-found': 'There is no such reminder' } as const

export const addReminder = defineCommand({
  name: 'tasks.add-reminder',
  summary: 'Be reminded of a task, at a time or before its start or due date',
  access: 'member',
  input: z.strictObject({
    taskId: TaskId,
    at: instant().optional().describe('A time; or else the two that follow'),
    relatedTo: z.enum(['start', 'due']).optional(),
    minutesBefore: z.number().int().min(-YEAR).max(YEAR).optional().describe('Negative for afterwards'),
    zone: z.string().min(1).max(100).default('UTC').describe('The time zone in which a start or deadline day begins'),
  }),
  output: TaskReminder,
  errors: {
    ...notFound,
    'unclear-time': {
      message: 'A reminder has a time, or a number of minutes before the start or the due date',
      kind: 'validation',
      remedy: 'Give "at", or "relatedTo" and "minutesBefore".',
    },
    'already-past': { message: 'That time is over', kind: 'validation', remedy: 'Choose a time to come.' },
    'no-such-date': {
      message: 'The task has no such date yet',
      kind: 'conflict',
      remedy: 'Give the task a start or due date, or the reminder a time.',
    },
    'unknown-zone': {
      message: 'There is no such time zone',
      kind: 'validation',
      remedy: 'Name one as the IANA does, such as Europe/Berlin.',
    },
    'too-many-reminders': { message: 'A task has 20 reminders a person at most', kind: 'conflict' },
  },
  http: 'POST /tasks/{taskId}/reminders',
  cli: { name: 'task remind', positional: ['taskId'] },
  emits: [reminderSet],
  example: { taskId: exampleId, relatedTo: 'due', minutesBefore: 30 },
})

export const listTaskReminders = defineQuery({
  name: 'tasks.list-reminders',
  summary: 'List your reminders of a task, or those to come of all tasks',
  access: 'member',
  input: z.strictObject({ ...pageInput, taskId: TaskId.optional() }),
  output: page(TaskReminder),
  http: 'GET /tasks/reminders',
  cli: { name: 'task reminders' },
  example: {},
})

export const removeReminder = defineCommand({
  name: 'tasks.remove-reminder',
  summary: 'Take a reminder away',
  access: 'member',
  input: z.strictObject({ id: TaskReminderId }),
  output: TaskReminder,
  errors: reminderNotFound,
  http: 'DELETE /tasks/reminders/{id}',
  cli: { name: 'task remind-not', positional: ['id'] },
  emits: [reminderSet],
  example: { id: exampleId },
})

export const snoozeReminder = defineCommand({
  name: 'tasks.snooze-reminder',
  summary: 'Be reminded again later: at a time, or in some minutes',
  access: 'member',
  input: z.strictObject({
    id: TaskReminderId,
    until: instant().optional(),
    minutes: z.number().int().min(1).max(YEAR).default(10),
  }),
  output: TaskReminder,
  errors: {
    ...reminderNotFound,
    'already-past': { message: 'That time is over', kind: 'validation', remedy: 'Choose a time to come.' },
  },
  http: 'POST /tasks/reminders/{id}/snooze',
  cli: { name: 'task snooze-reminder', positional: ['id'] },
  emits: [reminderSet],
  example: { id: exampleId, minutes: 10 },
})

/** What a notification says. */
export const getReminderRing = defineQuery({
  name: 'tasks.get-reminder-ring',
  summary: 'The tasks that somebody was reminded of at once',
  access: 'member',
  input: z.strictObject({ id: id('tasks.reminder-ring') }),
  output: z.object({ items: z.array(z.object({ taskId: TaskId, title: text, rangAt: instant() })) }),
  errors: reminderNotFound,
  http: 'GET /tasks/reminders/rings/{id}',
  cli: { name: 'task reminder-ring', positional: ['id'] },
  example: { id: exampleId },
})
