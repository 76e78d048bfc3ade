import { z } from 'zod'
import { date, instant, newId } from '#contract/schema.ts'
import { Assignee, ProjectId, TaskKind, TaskStatus, UserId } from './task.ts'

// What several operations on tasks take and answer.

export const exampleId = '01933b6e-8f00-7000-8000-000000000001'

export const title = z.string().trim().min(1, 'A task needs a title').max(500)
export const notes = z.string().max(100_000)
export const rev = z.number().int().min(1).optional().describe('The revision the change is based on; If-Match in REST')
export const labelName = z.string().trim().min(1, 'A label needs a name').max(100)

const priority = z.number().int().min(0).max(3)
const minutes = z.number().int().min(0).max(1_000_000)
export const estimate = minutes.nullable().describe('In minutes')
const energy = z.number().int().min(1).max(3).nullable().describe('The energy it needs: 1 little, 3 much')

/** What a new task may say besides its title, status and place. */
export const newFields = {
  notes: notes.default(''),
  kind: TaskKind.default('task'),
  priority: priority.default(0),
  startOn: date().nullable().default(null),
  dueAt: instant().nullable().default(null),
  deadlineOn: date().nullable().default(null),
  estimateMin: estimate.default(null),
  estimateMax: estimate.default(null),
  spentMinutes: minutes.default(0),
  energy: energy.default(null),
  projectId: ProjectId.nullable().default(null),
  labels: z.array(labelName).max(50).default([]),
  ownerId: UserId.optional().describe('Whose task it is; who makes it, unless told'),
  assignees: z.array(Assignee).max(50).default([]),
}

/** The same in a change: what is left out stays. */
export const changedFields = {
  notes: notes.optional(),
  kind: TaskKind.optional(),
  priority: priority.optional(),
  startOn: date().nullable().optional(),
  dueAt: instant().nullable().optional(),
  deadlineOn: date().nullable().optional(),
  estimateMin: estimate.optional(),
  estimateMax: estimate.optional(),
  spentMinutes: minutes.optional(),
  energy: energy.optional(),
  projectId: ProjectId.nullable().optional(),
  labels: z.array(labelName).max(50).optional(),
  ownerId: UserId.nullable().optional(),
  assignees: z.array(Assignee).max(50).optional(),
}

const STATUS_ALIASES = {
  pending: 'inbox',
  todo: 'next',
  in_progress: 'doing',
  completed: 'done',
  cancelled: 'dropped',
} as const satisfies Record<string, TaskStatus>

/** A status as people and other programs write it. */
export const statusInput = z
  .enum([...TaskStatus.options, ...(Object.keys(STATUS_ALIASES) as (keyof typeof STATUS_ALIASES)[])])
  .transform((status): TaskStatus =>
    status in STATUS_ALIASES ? STATUS_ALIASES[status as 'todo'] : (status as TaskStatus),
  )
  .describe('Also pending (inbox), todo (next), in_progress (doing), completed (done), cancelled (dropped)')

/** What who makes a task elsewhere names it by. */
export const namedId = newId
  .optional()
  .describe('The id it is to have, a UUIDv7: sent again with it, the task that is there is the answer')
export const idTaken = { 'id-taken': { message: 'That id is taken', kind: 'conflict' } } as const

export const badQuery = {
  'bad-query': {
    message: 'That filter cannot be read',
    kind: 'validation',
    remedy: 'See the guide to tasks for its fields.',
  },
} as const
export const notFound = { 'task-not-found': 'There is no such task' } as const
export const projectNotFound = { 'project-not-found': 'There is no such project' } as const
export const memberNotFound = { 'member-not-found': 'There is nobody of that id in this workspace' } as const
export const illegalMove = {
  'illegal-move': { message: 'A task cannot go there from where it is', kind: 'conflict' },
} as const
