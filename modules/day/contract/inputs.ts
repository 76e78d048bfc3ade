import { z } from 'zod'
import { id } from '#contract/schema.ts'

// What several operations on the day take and answer.

export const exampleId = '01933b6e-8f00-7000-8000-000000000001'

export const TaskId = id('tasks.task')
export const ProjectId = id('tasks.project')

export const zone = z
  .string()
  .max(60)
  .optional()
  .describe('The time zone whose day it is, such as Europe/Berlin; that of your settings, else of the server')
export const badZone = {
  'bad-zone': { message: 'There is no such time zone', kind: 'validation', remedy: 'Write one as Europe/Berlin.' },
} as const
export const notYet = {
  'not-yet': { message: 'That is still to come', kind: 'validation', remedy: 'Choose today or a day before.' },
} as const
export const taskNotFound = { 'task-not-found': 'There is no such task' } as const

export const energyLevel = z.number().int().min(1).max(3).describe('1 little, 2 some, 3 much')
/** The same out of an address, where numbers are text. */
export const energyNow = z.coerce.number().int().min(1).max(3).optional()
