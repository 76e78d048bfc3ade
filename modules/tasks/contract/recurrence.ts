import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, date, instant, integer, text } from '#contract/schema.ts'
import { taskUpdated } from './events.ts'
import { exampleId, notFound, rev } from './inputs.ts'
import { Task, TaskId, TaskRecurrence } from './task.ts'

const rule = z.string().min(1).max(500).describe('An RRULE of RFC 5545 such as FREQ=WEEKLY;BYDAY=TU')
const zone = z.string().min(1).max(100).describe('An IANA time zone such as Europe/Berlin')
const wall = z.iso.datetime({ local: true, precision: 0 }).or(date())
const excluded = z
  .array(wall)
  .max(200)
  .describe('Dates to leave out (EXDATE): whole days, or times as the clock of the zone shows them')

/** What can be wrong with a rule. */
const ruleErrors = {
  'invalid-rule': {
    message: 'That rule cannot be read',
    kind: 'validation',
    remedy: 'See the guide to tasks for rules.',
  },
  'unknown-zone': {
    message: 'There is no such time zone',
    kind: 'validation',
    remedy: 'Name one as the IANA does, such as Europe/Berlin.',
  },
} as const
const closed = { 'task-closed': { message: 'That task is done or dropped', kind: 'conflict' } } as const
const notRecurring = { 'not-recurring': { message: 'That task does not repeat', kind: 'conflict' } } as const

/** How a task repeats, with what follows from it. */
export const RecurrenceDetail = TaskRecurrence.extend({
  excluded: z.array(text),
  words: text.describe('The rule in words'),
  next: z.array(instant()).describe('The dates that follow this one'),
  passed: integer.describe('Dates that passed while this task was open'),
}).meta({ id: 'RecurrenceDetail' })
export type RecurrenceDetail = z.infer<typeof RecurrenceDetail>

export const previewRecurrence = defineQuery({
  name: 'tasks.preview-recurrence',
  summary: 'Say a rule in words, with its next dates',
  access: 'member',
  input: z.strictObject({
    rule,
    zone,
    start: instant().optional().describe('Where it begins; now, unless told'),
    excluded: excluded.default([]),
    count: z.coerce.number().int().min(1).max(50).default(3),
  }),
  output: z.object({
    rule: text.describe('The rule as it is kept'),
    words: text,
    next: z.array(instant()),
    ends: boolean.describe('Whether these are all'),
  }),
  errors: ruleErrors,
  http: 'POST /tasks/recurrence/preview',
  cli: { name: 'task preview-recurrence', positional: ['rule'] },
  example: { rule: 'FREQ=MONTHLY;BYDAY=-1FR', zone: 'Europe/Berlin' },
})

export const setRecurrence = defineCommand({
  name: 'tasks.set-recurrence',
  summary: 'Make a task repeat: when it ends, the next one is made',
  access: 'member',
  input: z.strictObject({
    id: TaskId,
    rev,
    rule,
    zone,
    from: z.enum(['due', 'completion']).default('due').describe('From where the next date is counted'),
    onMiss: z
      .enum(['skip', 'keep'])
      .default('skip')
      .describe('Whether dates that passed meanwhile are passed over, or come one after the other'),
    excluded: excluded.default([]),
  }),
  output: Task,
  errors: {
    ...notFound,
    ...closed,
    ...ruleErrors,
    'never-comes': { message: 'That rule has no date to come', kind: 'validation', remedy: 'Look at its preview.' },
    'too-often': {
      message: 'A task repeats every quarter of an hour at most',
      kind: 'validation',
      remedy: 'Choose fewer times.',
    },
  },
  http: 'PUT /tasks/{id}/recurrence',
  cli: { name: 'task repeat', positional: ['id', 'rule'] },
  emits: [taskUpdated],
  example: { id: exampleId, rule: 'FREQ=WEEKLY;BYDAY=TU', zone: 'Europe/Berlin' },
})

export const clearRecurrence = defineCommand({
  name: 'tasks.clear-recurrence',
  summary: 'Let a task repeat no more; the task itself stays',
  access: 'member',
  input: z.strictObject({ id: TaskId, rev }),
  output: Task,
  errors: { ...notFound, ...notRecurring },
  http: 'DELETE /tasks/{id}/recurrence',
  cli: { name: 'task repeat-no-more', positional: ['id'] },
  emits: [taskUpdated],
  example: { id: exampleId },
})

export const getRecurrence = defineQuery({
  name: 'tasks.get-recurrence',
  summary: 'How a task repeats, in words and with its next dates',
  access: 'member',
  input: z.strictObject({ id: TaskId, count: z.coerce.number().int().min(1).max(50).default(3) }),
  output: RecurrenceDetail,
  errors: { ...notFound, ...notRecurring },
  http: 'GET /tasks/{id}/recurrence',
  cli: { name: 'task recurrence', positional: ['id'] },
  example: { id: exampleId },
})

export const skipOccurrence = defineCommand({
  name: 'tasks.skip-occurrence',
  summary: 'Leave out this date of a task that repeats: the task moves to the next one',
  access: 'member',
  input: z.strictObject({ id: TaskId, rev }),
  output: Task,
  errors: {
    ...notFound,
    ...closed,
    ...notRecurring,
    'no-next-date': { message: 'No date follows this one', kind: 'conflict', remedy: 'Complete or drop the task.' },
  },
  http: 'POST /tasks/{id}/recurrence/skip',
  cli: { name: 'task skip', positional: ['id'] },
  emits: [taskUpdated],
  example: { id: exampleId },
})
