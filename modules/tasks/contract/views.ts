import { z } from 'zod'
import { defineQuery } from '#contract/operation.ts'
import { defineSetting } from '#contract/setting.ts'
import { boolean, date, integer, page, pageInput, textOrNull } from '#contract/schema.ts'
import { badQuery, notFound, projectNotFound } from './inputs.ts'
import { ProjectId, Task, TaskId, TaskStatus } from './task.ts'

const filter = z.string().max(1000).optional().describe('A filter as lists take it')

const wipLimit = z.number().int().min(1).max(100).nullable()

/** How many tasks of a status a person wants to have at once; null is as many as there are. */
export const wipLimits = defineSetting<Record<'inbox' | 'next' | 'doing' | 'waiting', number | null>>({
  name: 'tasks.wip-limits',
  summary: 'How many tasks a column of your board is to hold at most',
  level: 'person',
  schema: z.strictObject({ inbox: wipLimit, next: wipLimit, doing: wipLimit, waiting: wipLimit }),
  default: { inbox: null, next: null, doing: 5, waiting: null },
})

const BoardColumn = z
  .object({
    status: TaskStatus,
    count: integer.describe('Tasks of this status, counted up to 100'),
    more: boolean.describe('Whether there are more than were counted'),
    wipLimit: integer.nullable(),
    items: z.array(Task),
    next: textOrNull.describe('The cursor for the rest of the column: tasks.list with its status and sort priority'),
  })
  .meta({ id: 'TaskBoardColumn' })
export type BoardColumn = z.infer<typeof BoardColumn>

export const getBoard = defineQuery({
  name: 'tasks.get-board',
  summary: 'Read tasks as a board: a column for each status, what matters most on top',
  access: 'member',
  input: z.strictObject({
    projectId: ProjectId.optional(),
    q: filter,
    limit: z.coerce.number().int().min(1).max(200).default(25).describe('Cards a column, at most 200'),
  }),
  output: z.object({ columns: z.array(BoardColumn) }),
  errors: { ...badQuery, ...projectNotFound },
  http: 'GET /tasks/board',
  cli: { name: 'task board' },
  example: {},
})

/** Why a task stands at a day. */
export const AgendaReason = z.enum(['due', 'deadline', 'start'])
export type AgendaReason = z.infer<typeof AgendaReason>

const AgendaEntry = z.object({ reason: AgendaReason, task: Task }).meta({ id: 'TaskAgendaEntry' })
export type AgendaEntry = z.infer<typeof AgendaEntry>

const AgendaPart = {
  items: z.array(AgendaEntry),
  count: integer.describe('Tasks, counted up to 200'),
}

export const getAgenda = defineQuery({
  name: 'tasks.get-agenda',
  summary: 'Read open tasks by the day they are due, end or begin; what is still open from before comes first',
  access: 'member',
  input: z.strictObject({
    zone: z.string().max(60).optional().describe('The time zone whose days they are, such as Europe/Berlin'),
    from: date().optional().describe('The first day; today unless told'),
    days: z.coerce.number().int().min(1).max(31).default(7),
    projectId: ProjectId.optional(),
    q: filter,
    limit: z.coerce.number().int().min(1).max(200).default(12).describe('Tasks a day, at most 200'),
  }),
  output: z.object({
    stillOpen: z.object(AgendaPart),
    days: z.array(z.object({ date: date(), ...AgendaPart })),
  }),
  errors: {
    ...badQuery,
    ...projectNotFound,
    'bad-zone': { message: 'There is no such time zone', kind: 'validation', remedy: 'Write one as Europe/Berlin.' },
  },
  http: 'GET /tasks/agenda',
  cli: { name: 'task agenda' },
  example: { zone: 'Europe/Berlin', days: 7 },
})

const Branch = z
  .object({
    task: Task,
    children: integer.describe('Tasks that stand directly under it; dropped ones are left out'),
    done: integer.describe('How many of these are done'),
  })
  .meta({ id: 'TaskBranch' })
export type Branch = z.infer<typeof Branch>

export const listBranches = defineQuery({
  name: 'tasks.list-branches',
  summary: 'List the tasks that stand directly under one in their order, or the tops of all trees, newest first',
  access: 'member',
  input: z.strictObject({ ...pageInput, parentId: TaskId.optional() }),
  output: page(Branch),
  errors: notFound,
  http: 'GET /tasks/branches',
  cli: { name: 'task branches', positional: ['parentId'] },
  example: {},
})
