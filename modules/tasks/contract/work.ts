import { z } from 'zod'
import { defineQuery } from '#contract/operation.ts'
import { boolean, instant, integer, page, pageInput, text } from '#contract/schema.ts'
import { ProjectId, TaskId, TaskStatus } from './task.ts'

/** A task as figures and estimates look at it. */
export const Work = z
  .object({
    id: TaskId,
    title: text,
    status: TaskStatus,
    projectId: ProjectId.nullable(),
    labels: z.array(text),
    /** Minutes, from and to. */
    estimateMin: integer.nullable(),
    estimateMax: integer.nullable(),
    spentMinutes: integer,
    createdAt: instant(),
    completedAt: instant().nullable(),
  })
  .meta({ id: 'Work' })
export type Work = z.infer<typeof Work>

export const listWork = defineQuery({
  name: 'tasks.list-work',
  summary: 'List your tasks with their times, in the order they were made, for figures of your own',
  access: 'member',
  input: z.strictObject({
    ...pageInput,
    since: instant().optional().describe('Only what was made or done since then'),
    timed: z.stringbool().or(boolean).default(false).describe('Only what is done and has time spent on it'),
  }),
  output: page(Work),
  http: 'GET /tasks/work',
  cli: { name: 'task work' },
  cost: 'scan',
  example: {},
})
