import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { id, instant, page, pageInput, text, textOrNull } from '#contract/schema.ts'
import { MessageId, ThreadId, ThreadSummary } from './records.ts'

const exampleId = '01933b6e-8f00-7000-8000-000000000001'
const threadNotFound = { 'thread-not-found': 'There is no such thread' } as const
const alreadyPast = {
  'already-past': { message: 'That time is over', kind: 'validation', remedy: 'Choose a time to come.' },
} as const

export const threadChanged = defineEvent({
  name: 'mail.thread-changed',
  summary: 'A thread was snoozed, or came back',
  audience: 'person',
  data: z.object({ id: ThreadId, reason: z.enum(['snoozed', 'unsnoozed', 'returned', 'reminder']) }),
})

const threadIds = z.array(ThreadId).min(1).max(100)
const before = z
  .array(z.object({ threadId: ThreadId, until: instant().nullable().describe('Null where it was not snoozed') }))
  .describe('How the threads were, to take it back')

export const snoozeThreads = defineCommand({
  name: 'mail.snooze',
  summary: 'Hide threads from the inbox until a time; they come back on top then, or when somebody writes',
  access: 'member',
  input: z.strictObject({ threadIds, until: instant() }),
  output: z.object({ before }),
  errors: {
    ...threadNotFound,
    ...alreadyPast,
    'not-in-inbox': { message: 'Only what lies in the inbox can be snoozed', kind: 'conflict' },
  },
  http: 'POST /threads/snooze',
  cli: { name: 'mail snooze', positional: ['threadIds'] },
  emits: [threadChanged],
  example: { threadIds: [exampleId], until: '2099-03-02T08:00:00Z' },
})

export const unsnoozeThreads = defineCommand({
  name: 'mail.unsnooze',
  summary: 'Put snoozed threads back into the inbox, where they were',
  access: 'member',
  input: z.strictObject({ threadIds }),
  output: z.object({ before }),
  errors: threadNotFound,
  http: 'POST /threads/unsnooze',
  cli: { name: 'mail unsnooze', positional: ['threadIds'] },
  emits: [threadChanged],
  example: { threadIds: [exampleId] },
})

export const SnoozedThread = ThreadSummary.extend({ until: instant() }).meta({ id: 'SnoozedThread' })
export type SnoozedThread = z.infer<typeof SnoozedThread>

export const listSnoozed = defineQuery({
  name: 'mail.list-snoozed',
  summary: 'List snoozed threads, the one that comes back first first',
  access: 'member',
  input: z.strictObject({ ...pageInput }),
  output: page(SnoozedThread),
  http: 'GET /snoozed',
  cli: { name: 'mail snoozed' },
  example: {},
})

export const ReminderId = id('mail.reminder')
export const ReminderState = z.enum(['waiting', 'answered', 'due', 'cancelled'])
export const Reminder = z
  .object({
    id: ReminderId,
    messageId: MessageId,
    threadId: ThreadId,
    subject: text,
    dueAt: instant(),
    note: textOrNull,
    state: ReminderState,
    createdAt: instant(),
    endedAt: instant().nullable(),
  })
  .meta({ id: 'Reminder' })
export type Reminder = z.infer<typeof Reminder>

export const reminderChanged = defineEvent({
  name: 'mail.reminder-changed',
  summary: 'A reminder was set, answered, cancelled or came due',
  audience: 'person',
  data: z.object({ id: ReminderId, state: ReminderState }),
})

export const remindUnanswered = defineCommand({
  name: 'mail.remind',
  summary: 'Bring a message back on top of the inbox unless somebody answers it by a time',
  access: 'member',
  input: z.strictObject({
    id: MessageId,
    at: instant(),
    note: z.string().trim().min(1).max(500).nullable().default(null),
  }),
  output: Reminder,
  errors: {
    'message-not-found': 'There is no such message',
    ...alreadyPast,
    'already-answered': 'Somebody has answered that message',
  },
  http: 'POST /emails/{id}/reminder',
  cli: { name: 'mail remind', positional: ['id'] },
  emits: [reminderChanged],
  example: { id: exampleId, at: '2099-03-02T08:00:00Z', note: 'Ask again' },
})

const reminderNotFound = { 'reminder-not-found': 'There is no such reminder' } as const

export const cancelReminder = defineCommand({
  name: 'mail.cancel-reminder',
  summary: 'Cancel a reminder',
  access: 'member',
  input: z.strictObject({ id: ReminderId }),
  output: Reminder,
  errors: { ...reminderNotFound, 'already-over': 'That reminder is over' },
  http: 'DELETE /reminders/{id}',
  cli: { name: 'mail cancel-reminder', positional: ['id'] },
  emits: [reminderChanged],
  example: { id: exampleId },
})

export const getReminder = defineQuery({
  name: 'mail.get-reminder',
  summary: 'Read one reminder',
  access: 'member',
  input: z.strictObject({ id: ReminderId }),
  output: Reminder,
  errors: reminderNotFound,
  http: 'GET /reminders/{id}',
  example: { id: exampleId },
})

export const listReminders = defineQuery({
  name: 'mail.list-reminders',
  summary: 'List your reminders: what waits soonest first, what is over and all of them latest first',
  access: 'member',
  input: z.strictObject({ ...pageInput, state: ReminderState.optional() }),
  output: page(Reminder),
  http: 'GET /reminders',
  cli: { name: 'mail reminders' },
  example: { state: 'waiting' },
})
