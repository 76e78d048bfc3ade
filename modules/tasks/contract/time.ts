import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, id, instant, integer, nothing, page, pageInput, text, textOrNull } from '#contract/schema.ts'
import { taskUpdated } from './events.ts'
import { exampleId, notFound } from './inputs.ts'
import { TaskId } from './task.ts'

export const TimeEntryId = id('tasks.time-entry')

/** Time that a person spent on a task. */
export const TimeEntry = z
  .object({
    id: TimeEntryId,
    taskId: TaskId,
    taskTitle: textOrNull.describe('Null where the task is gone'),
    startedAt: instant(),
    endedAt: instant().nullable().describe('Null while it runs'),
    seconds: integer.describe('How long it is; of a running timer until now'),
    source: z.enum(['timer', 'manual', 'focus']),
    note: text,
  })
  .meta({ id: 'TimeEntry' })
export type TimeEntry = z.infer<typeof TimeEntry>

export const timeChanged = defineEvent({
  name: 'tasks.time-changed',
  summary: 'A timer was started or stopped, or time on a task was written down, changed or taken away',
  audience: 'person',
  data: z.object({ id: TimeEntryId, taskId: TaskId }),
})

const DAY = 24 * 60
const note = z.string().trim().max(500)
const minutes = z.number().int().min(1).max(DAY)
const entryNotFound = { 'time-not-found': 'There is no such time' } as const
const badSpan = {
  'bad-span': {
    message: 'Time begins before it ends, ends by now, and is a day long at most',
    kind: 'validation',
    remedy: 'Check the begin and the end.',
  },
} as const
const noTimer = { 'no-timer': { message: 'No timer is running', kind: 'conflict' } } as const
const emits = [timeChanged, taskUpdated]

export const startTimer = defineCommand({
  name: 'tasks.start-timer',
  summary: 'Start the timer on a task; one that runs on another is stopped',
  access: 'member',
  input: z.strictObject({
    taskId: TaskId,
    previousEndedAt: instant().optional().describe('When the one before ended, if that was earlier than now'),
  }),
  output: TimeEntry,
  errors: { ...notFound, ...badSpan },
  http: 'POST /tasks/{taskId}/timer',
  cli: { name: 'task timer-start', positional: ['taskId'] },
  emits,
  example: { taskId: exampleId },
})

export const stopTimer = defineCommand({
  name: 'tasks.stop-timer',
  summary: 'Stop the running timer, now or as of an earlier time',
  access: 'member',
  input: z.strictObject({ endedAt: instant().optional().describe('When work ended, if that was earlier than now') }),
  output: TimeEntry,
  errors: { ...noTimer, ...badSpan },
  http: 'POST /tasks/timer/stop',
  cli: { name: 'task timer-stop' },
  emits,
  example: {},
})

export const getTimer = defineQuery({
  name: 'tasks.get-timer',
  summary: 'Read the running timer of yours',
  access: 'member',
  input: z.strictObject({}),
  output: z.object({
    timer: TimeEntry.nullable(),
    now: instant().describe('The time of the server'),
    long: boolean.describe('Whether to ask if it was forgotten: it has run for long, and prompts are on'),
  }),
  http: 'GET /tasks/timer',
  cli: { name: 'task timer' },
  example: {},
})

export const addTime = defineCommand({
  name: 'tasks.add-time',
  summary: 'Write down time that was spent on a task',
  access: 'member',
  input: z.strictObject({
    taskId: TaskId,
    minutes,
    startedAt: instant().optional().describe('When it began; unless told, it ended just now'),
    note: note.default(''),
  }),
  output: TimeEntry,
  errors: { ...notFound, ...badSpan },
  http: 'POST /tasks/{taskId}/time',
  cli: { name: 'task time-add', positional: ['taskId', 'minutes'] },
  emits,
  example: { taskId: exampleId, minutes: 25 },
})

export const listTime = defineQuery({
  name: 'tasks.list-time',
  summary: 'List your time, newest first, of a task or of all',
  access: 'member',
  input: z.strictObject({ ...pageInput, taskId: TaskId.optional() }),
  output: page(TimeEntry),
  http: 'GET /tasks/time',
  cli: { name: 'task time' },
  example: {},
})

export const updateTime = defineCommand({
  name: 'tasks.update-time',
  summary: 'Change time of yours that was written down',
  access: 'member',
  input: z.strictObject({
    id: TimeEntryId,
    startedAt: instant().optional(),
    minutes: minutes.optional(),
    note: note.optional(),
  }),
  output: TimeEntry,
  errors: {
    ...entryNotFound,
    ...badSpan,
    'time-of-focus': {
      message: 'This time follows a focus session',
      kind: 'conflict',
      remedy: 'Correct the session in the history of focus; the time follows.',
    },
    'timer-runs': { message: 'This timer is still running', kind: 'conflict', remedy: 'Stop it first.' },
  },
  http: 'PATCH /tasks/time/{id}',
  cli: { name: 'task time-set', positional: ['id'] },
  emits,
  example: { id: exampleId, minutes: 30 },
})

export const deleteTime = defineCommand({
  name: 'tasks.delete-time',
  summary: 'Take away time of yours; this can be undone',
  access: 'member',
  input: z.strictObject({ id: TimeEntryId }),
  output: TimeEntry,
  errors: { ...entryNotFound, 'time-of-focus': updateTime.errors['time-of-focus'] },
  http: 'DELETE /tasks/time/{id}',
  cli: { name: 'task time-delete', positional: ['id'] },
  emits,
  example: { id: exampleId },
})

/** What focus tells tasks: the work of a session, each time all of it. */
export const noteFocusTime = defineCommand({
  name: 'tasks.note-focus-time',
  summary: 'Keep the time of a focus session on its task, in place of what was kept of it before',
  access: 'system',
  input: z.strictObject({
    sessionId: id('focus.session'),
    taskId: TaskId.nullable().describe('Null where it counts for no task'),
    stretches: z.array(z.object({ startedAt: instant(), endedAt: instant() })).max(500),
    begunAt: instant()
      .nullable()
      .describe('When the session began, while it runs: a timer from before ends there, since a person has one clock'),
  }),
  output: nothing,
  emits,
  example: { sessionId: exampleId, taskId: null, stretches: [], begunAt: '2026-11-21T09:00:00Z' },
})

/** What others show of tasks that they only know by their ids. */
export const listOutlines = defineQuery({
  name: 'tasks.list-outlines',
  summary: 'Read titles and labels of tasks by their ids; those that are gone are left out',
  access: 'member',
  input: z.strictObject({ ids: z.array(TaskId).max(200) }),
  output: z.object({ items: z.array(z.object({ id: TaskId, title: text, labels: z.array(text), closed: boolean })) }),
  http: 'POST /tasks/outlines',
  cli: { name: 'task outlines' },
  example: { ids: [exampleId] },
})
