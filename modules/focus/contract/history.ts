import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, id, instant, integer, page, pageInput, text, textOrNull } from '#contract/schema.ts'
import { sessionCorrected, SessionId } from './events.ts'
import { FocusMode, exampleId } from './setup.ts'
import { sessionNotFound } from './sessions.ts'

const TaskId = id('tasks.task')
const whole = z
  .number()
  .int()
  .min(0)
  .max(24 * 60)

/** What a session of before came to. */
export const SessionRecord = z
  .object({
    startedAt: instant(),
    workedSeconds: integer,
    taskId: TaskId.nullable(),
    taskTitle: textOrNull.describe('Null where there is none, or the task is gone'),
    leftOut: boolean.describe('Whether it counts for nothing'),
  })
  .meta({ id: 'FocusRecord' })
export type SessionRecord = z.infer<typeof SessionRecord>

export const PastSession = z
  .object({
    id: SessionId,
    mode: FocusMode,
    intention: text,
    together: boolean,
    endedAt: instant(),
    restedSeconds: integer,
    distractions: integer,
    reached: boolean.nullable().describe('As in a session that runs'),
    byHand: boolean.describe('Whether it was written down afterwards'),
    counts: SessionRecord.describe('What counts: as it was, or as it was corrected last'),
    original: SessionRecord.describe('As the clock saw it'),
    corrections: z.array(z.object({ at: instant(), note: text, record: SessionRecord })).describe('Oldest first'),
  })
  .meta({ id: 'PastFocusSession' })
export type PastSession = z.infer<typeof PastSession>

export const listSessions = defineQuery({
  name: 'focus.list-sessions',
  summary: 'List your focus sessions of before, newest first, with their corrections',
  access: 'member',
  input: z.strictObject({ ...pageInput, taskId: TaskId.optional().describe('Those that began with this task') }),
  output: page(PastSession),
  http: 'GET /focus/sessions',
  cli: { name: 'focus history' },
  example: {},
})

export const getSession = defineQuery({
  name: 'focus.get-session',
  summary: 'Read a focus session of before',
  access: 'member',
  input: z.strictObject({ id: SessionId }),
  output: PastSession,
  errors: sessionNotFound,
  http: 'GET /focus/sessions/{id}',
  cli: { name: 'focus show', positional: ['id'] },
  example: { id: exampleId },
})

const stillComing = {
  'bad-span': {
    message: 'A session begins and ends before now',
    kind: 'validation',
    remedy: 'Check when it began and how long it was.',
  },
} as const

export const correctSession = defineCommand({
  name: 'focus.correct',
  summary: 'Correct a session of before; what stood there stays readable',
  access: 'member',
  input: z.strictObject({
    id: SessionId,
    startedAt: instant().optional(),
    workMinutes: whole.optional(),
    taskId: TaskId.nullable().optional(),
    leftOut: z.boolean().optional().describe('Whether it counts for nothing'),
    note: z.string().trim().max(500).default(''),
  }),
  output: PastSession,
  errors: {
    ...sessionNotFound,
    ...stillComing,
    'task-not-found': 'There is no such task',
    'too-many-corrections': { message: 'A session is corrected 50 times at most', kind: 'conflict' },
    'still-running': { message: 'That session is still running', kind: 'conflict', remedy: 'Finish it first.' },
  },
  http: 'POST /focus/sessions/{id}/corrections',
  cli: { name: 'focus correct', positional: ['id'] },
  emits: [sessionCorrected],
  example: { id: exampleId, workMinutes: 40, note: 'The clock was forgotten' },
})

export const logSession = defineCommand({
  name: 'focus.log',
  summary: 'Write down a session that had no clock',
  access: 'member',
  input: z.strictObject({
    startedAt: instant(),
    workMinutes: whole.min(1),
    taskId: TaskId.nullable().default(null),
    intention: z.string().trim().max(500).default(''),
    together: z.boolean().default(false),
  }),
  output: PastSession,
  errors: { ...stillComing, 'task-not-found': 'There is no such task' },
  http: 'POST /focus/history',
  cli: { name: 'focus log', positional: ['startedAt', 'workMinutes'] },
  emits: [sessionCorrected],
  example: { startedAt: '2026-11-20T09:00:00Z', workMinutes: 40 },
})
