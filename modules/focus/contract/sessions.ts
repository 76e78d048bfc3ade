import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, id, instant, integer, noInput, text, textOrNull } from '#contract/schema.ts'
import { FocusTemplateId, sessionChanged, sessionFinished, SessionId, sessionStarted } from './events.ts'
import { exampleId, FocusSound, Setup, setupInput, templateNotFound } from './setup.ts'

const TaskId = id('tasks.task')

/** What a session is doing. All seconds are as of `now`; clocks go on from there. */
export const FocusSession = Setup.extend({
  id: SessionId,
  state: z.enum(['working', 'paused', 'resting', 'ended']),
  taskId: TaskId.nullable().describe('A task or a step'),
  taskTitle: textOrNull,
  intention: text.describe('What it is for, in words of your own'),
  together: boolean.describe('Whether somebody does it with you; else solo'),
  startedAt: instant(),
  endedAt: instant().nullable(),
  now: instant().describe('The time of the server'),
  workedSeconds: integer.describe('All work of the session so far; what is over the bell counts'),
  restedSeconds: integer,
  phaseSeconds: integer.describe('How long this stretch of work or this break has lasted, without pauses'),
  plannedSeconds: integer.nullable().describe('How long it is to last; null while it counts up'),
  bellAt: instant().nullable().describe('When the bell rings or rang; null in a pause and while it counts up'),
  breakSeconds: integer.describe('How long the break is that comes next'),
  cycle: integer.describe('The how manieth stretch of work it is'),
  reached: boolean.nullable().describe('Whether a planned stretch of work was finished; null without game elements'),
  distractions: integer,
}).meta({ id: 'FocusSession' })
export type FocusSession = z.infer<typeof FocusSession>

const intention = z.string().trim().max(500)
const taskNotFound = { 'task-not-found': 'There is no such task' } as const
export const sessionNotFound = { 'session-not-found': 'There is no such session' } as const
const notRunning = {
  ...sessionNotFound,
  'session-ended': {
    message: 'That session has ended',
    kind: 'conflict',
    remedy: 'Its time is kept; start another one when you like.',
  },
} as const
const wrongState = {
  'not-now': { message: 'The session is doing something else just now', kind: 'conflict', remedy: 'Look at it again.' },
} as const
const emits = [sessionChanged]
const input = z.strictObject({ id: SessionId })
const example = { id: exampleId }

export const startSession = defineCommand({
  name: 'focus.start',
  summary: 'Start a focus session, by a template or by what is said',
  access: 'member',
  input: z.strictObject({
    templateId: FocusTemplateId.optional().describe('How it goes; else the members below'),
    ...setupInput,
    taskId: TaskId.nullable().default(null),
    intention: intention.default(''),
    together: z.boolean().default(false),
  }),
  output: FocusSession,
  errors: {
    ...templateNotFound,
    ...taskNotFound,
    'session-runs': {
      message: 'You are in a session already',
      kind: 'conflict',
      remedy: 'Finish it first; it shows on every device of yours.',
    },
  },
  http: 'POST /focus/sessions',
  cli: { name: 'focus start' },
  emits: [sessionStarted],
  example: { workMinutes: 25 },
})

export const getFocus = defineQuery({
  name: 'focus.get',
  summary: 'Read the session that runs, and how the last one went about it',
  access: 'member',
  input: noInput,
  output: z.object({
    session: FocusSession.nullable(),
    last: Setup.nullable().describe('How the last session was set up'),
    openThoughts: integer,
  }),
  http: 'GET /focus',
  cli: { name: 'focus now' },
  example: {},
})

export const pauseSession = defineCommand({
  name: 'focus.pause',
  summary: 'Pause the work or the break',
  access: 'member',
  input,
  output: FocusSession,
  errors: { ...notRunning, ...wrongState },
  http: 'POST /focus/sessions/{id}/pause',
  cli: { name: 'focus pause', positional: ['id'] },
  emits,
  example,
})

export const resumeSession = defineCommand({
  name: 'focus.resume',
  summary: 'Go on after a pause, with what was left',
  access: 'member',
  input,
  output: FocusSession,
  errors: { ...notRunning, ...wrongState },
  http: 'POST /focus/sessions/{id}/resume',
  cli: { name: 'focus resume', positional: ['id'] },
  emits,
  example,
})

const overtime = z
  .enum(['count', 'leave-out'])
  .optional()
  .describe('Work after the bell; unless told, up to ten minutes of it count')

export const takeBreak = defineCommand({
  name: 'focus.break',
  summary: 'Take a break',
  access: 'member',
  input: z.strictObject({ id: SessionId, overtime }),
  output: FocusSession,
  errors: { ...notRunning, ...wrongState },
  http: 'POST /focus/sessions/{id}/break',
  cli: { name: 'focus break', positional: ['id'] },
  emits,
  example,
})

export const startWork = defineCommand({
  name: 'focus.work',
  summary: 'Work again: end the break, or skip the one that is due',
  access: 'member',
  input: z.strictObject({ id: SessionId, overtime }),
  output: FocusSession,
  errors: { ...notRunning, ...wrongState },
  http: 'POST /focus/sessions/{id}/work',
  cli: { name: 'focus work', positional: ['id'] },
  emits,
  example,
})

export const extendSession = defineCommand({
  name: 'focus.extend',
  summary: 'Make the stretch of work or the break longer; after the bell it rings again in so many minutes',
  access: 'member',
  input: z.strictObject({ id: SessionId, minutes: z.number().int().min(1).max(240).default(5) }),
  output: FocusSession,
  errors: { ...notRunning, ...wrongState },
  http: 'POST /focus/sessions/{id}/extend',
  cli: { name: 'focus extend', positional: ['id'] },
  emits,
  example: { id: exampleId, minutes: 5 },
})

export const updateSession = defineCommand({
  name: 'focus.update',
  summary: 'Say what a running session is for',
  access: 'member',
  input: z.strictObject({
    id: SessionId,
    taskId: TaskId.nullable().optional(),
    intention: intention.optional(),
    together: z.boolean().optional(),
    sound: FocusSound.optional(),
  }),
  output: FocusSession,
  errors: { ...notRunning, ...taskNotFound },
  http: 'PATCH /focus/sessions/{id}',
  cli: { name: 'focus set', positional: ['id'] },
  emits,
  example: { id: exampleId, intention: 'The first page' },
})

export const finishSession = defineCommand({
  name: 'focus.finish',
  summary: 'Finish the session; what was done until now counts',
  access: 'member',
  input: z.strictObject({ id: SessionId, overtime }),
  output: FocusSession,
  errors: notRunning,
  http: 'POST /focus/sessions/{id}/finish',
  cli: { name: 'focus finish', positional: ['id'] },
  emits: [sessionFinished],
  example,
})

export const hearBell = defineCommand({
  name: 'focus.hear-bell',
  summary: 'Say that the bell of a session was heard, so that no notification tells of it',
  access: 'member',
  input,
  output: z.object({ heard: boolean.describe('Whether a bell has rung') }),
  errors: sessionNotFound,
  http: 'POST /focus/sessions/{id}/bell',
  cli: { name: 'focus hear', positional: ['id'] },
  example,
})
