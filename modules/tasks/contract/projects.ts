import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, date, instant, integer, page, pageInput, text, textOrNull } from '#contract/schema.ts'
import { projectChanged } from './events.ts'
import { exampleId, projectNotFound, rev } from './inputs.ts'
import { ProjectId } from './task.ts'

export const Project = z
  .object({
    id: ProjectId,
    rev: integer,
    name: text,
    color: textOrNull,
    outcome: z.string().nullable().describe('What is so once it is reached: a project with one is a goal'),
    targetOn: date().nullable().describe('The day a goal is wanted by'),
    archived: boolean,
    openTasks: integer,
    createdAt: instant(),
  })
  .meta({ id: 'Project' })
export type Project = z.infer<typeof Project>

const projectName = z.string().trim().min(1, 'A project needs a name').max(200)
const goalFields = {
  outcome: z.string().trim().max(2000).nullable(),
  targetOn: date().nullable(),
}
const color = z.enum(['yellow', 'green', 'pink', 'lilac', 'orange', 'red']).nullable()

export const createProject = defineCommand({
  name: 'tasks.create-project',
  summary: 'Make a project',
  access: 'member',
  input: z.strictObject({
    name: projectName,
    color: color.default(null),
    outcome: goalFields.outcome.default(null),
    targetOn: goalFields.targetOn.default(null),
  }),
  output: Project,
  http: 'POST /projects',
  cli: { name: 'project add', positional: ['name'] },
  emits: [projectChanged],
  example: { name: 'Website' },
})

export const listProjects = defineQuery({
  name: 'tasks.list-projects',
  summary: 'List projects by name, archived ones last',
  access: 'member',
  input: z.strictObject({ ...pageInput }),
  output: page(Project),
  http: 'GET /projects',
  cli: { name: 'project list' },
  example: {},
})

export const updateProject = defineCommand({
  name: 'tasks.update-project',
  summary: 'Rename, recolour or archive a project',
  access: 'member',
  input: z.strictObject({
    id: ProjectId,
    rev,
    name: projectName.optional(),
    color: color.optional(),
    outcome: goalFields.outcome.optional(),
    targetOn: goalFields.targetOn.optional(),
    archived: z.boolean().optional(),
  }),
  output: Project,
  errors: projectNotFound,
  http: 'PATCH /projects/{id}',
  cli: { name: 'project update', positional: ['id'] },
  emits: [projectChanged],
  example: { id: exampleId, archived: true },
})
