import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, id, integer, noInput, nothing, text } from '#contract/schema.ts'
import { badQuery, exampleId, rev } from './inputs.ts'

export const FilterId = id('tasks.filter')

export const TaskFilter = z
  .object({
    id: FilterId,
    rev: integer,
    name: text,
    q: text,
    shared: boolean.describe('Whether everybody of the workspace sees it'),
    mine: boolean.describe('Whether it is yours to change'),
  })
  .meta({ id: 'TaskFilter' })
export type TaskFilter = z.infer<typeof TaskFilter>

/** It may be one person's own, and others have no use for it. */
export const filterChanged = defineEvent({
  name: 'tasks.filter-changed',
  summary: 'A filter of tasks was kept, changed or removed',
  audience: 'person',
  data: z.object({ id: FilterId }),
})

const filterName = z.string().trim().min(1, 'A filter needs a name').max(100)
const filterText = z.string().trim().min(1, 'A filter says what is looked for').max(1000)
const filterNotFound = { 'filter-not-found': 'There is no such filter' } as const

export const createFilter = defineCommand({
  name: 'tasks.create-filter',
  summary: 'Keep a filter of tasks under a name',
  access: 'member',
  input: z.strictObject({
    name: filterName,
    q: filterText.describe('A filter such as status:next due:<7d'),
    shared: z.boolean().default(false).describe('Whether everybody of the workspace sees it'),
  }),
  output: TaskFilter,
  errors: badQuery,
  http: 'POST /task-filters',
  cli: { name: 'filter add', positional: ['name', 'q'] },
  emits: [filterChanged],
  example: { name: 'This week', q: 'status:next due:<7d' },
})

export const listFilters = defineQuery({
  name: 'tasks.list-filters',
  summary: 'List the filters you have kept, and those that others share, by name',
  access: 'member',
  input: noInput,
  output: z.object({ items: z.array(TaskFilter) }),
  http: 'GET /task-filters',
  cli: { name: 'filter list' },
  example: {},
})

export const updateFilter = defineCommand({
  name: 'tasks.update-filter',
  summary: 'Rename a filter of yours, change what it looks for, or share it',
  access: 'member',
  input: z.strictObject({
    id: FilterId,
    rev,
    name: filterName.optional(),
    q: filterText.optional(),
    shared: z.boolean().optional(),
  }),
  output: TaskFilter,
  errors: { ...filterNotFound, ...badQuery },
  http: 'PATCH /task-filters/{id}',
  cli: { name: 'filter update', positional: ['id'] },
  emits: [filterChanged],
  example: { id: exampleId, name: 'Until Sunday' },
})

export const deleteFilter = defineCommand({
  name: 'tasks.delete-filter',
  summary: 'Remove a filter of yours; its tasks stay',
  access: 'member',
  input: z.strictObject({ id: FilterId }),
  output: nothing,
  errors: filterNotFound,
  http: 'DELETE /task-filters/{id}',
  cli: { name: 'filter delete', positional: ['id'] },
  emits: [filterChanged],
  example: { id: exampleId },
})
