import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, date, instant, integer, page, pageInput, text, textOrNull } from '#contract/schema.ts'
import { projectChanged, taskUpdated } from './events.ts'
import { exampleId, memberNotFound, projectNotFound, rev } from './inputs.ts'
import { ProjectId, UserId } from './task.ts'

/** Who sees a project and what is in it: all members, or its owner alone. */
export const ProjectVisibility = z.enum(['shared', 'private'])
export type ProjectVisibility = z.infer<typeof ProjectVisibility>

export const Project = z
  .object({
    id: ProjectId,
    rev: integer,
    name: text,
    color: textOrNull,
    outcome: z.string().nullable().describe('What is so once it is reached: a project with one is a goal'),
    targetOn: date().nullable().describe('The day a goal is wanted by'),
    archived: boolean,
    ownerId: UserId.nullable().describe('Who made it, or was given it; null of old ones'),
    visibility: ProjectVisibility,
    parentId: ProjectId.nullable(),
    position: z.number().int().describe('Where it stands among those beside it; by name where two are alike'),
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
const illegalParent = {
  'illegal-parent': {
    message: 'A project cannot stand there',
    kind: 'conflict',
    remedy: 'Not below itself, and what all see not below what is private.',
  },
} as const
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
    visibility: ProjectVisibility.default('shared'),
    parentId: ProjectId.nullable().default(null),
  }),
  output: Project,
  errors: { ...projectNotFound, ...illegalParent },
  http: 'POST /projects',
  cli: { name: 'project add', positional: ['name'] },
  emits: [projectChanged],
  example: { name: 'Website' },
})

export const listProjects = defineQuery({
  name: 'tasks.list-projects',
  summary: 'List projects in their order and by name, archived ones last',
  access: 'member',
  input: z.strictObject({ ...pageInput }),
  output: page(Project),
  http: 'GET /projects',
  cli: { name: 'project list' },
  example: {},
})

export const getProject = defineQuery({
  name: 'tasks.get-project',
  summary: 'Read one project',
  access: 'member',
  input: z.strictObject({ id: ProjectId }),
  output: Project,
  errors: projectNotFound,
  http: 'GET /projects/{id}',
  cli: { name: 'project show', positional: ['id'] },
  example: { id: exampleId },
})

export const orderProjects = defineCommand({
  name: 'tasks.order-projects',
  summary: 'Put projects in order: each stands as it is named here',
  access: 'member',
  input: z.strictObject({ ids: z.array(ProjectId).min(1).max(200) }),
  output: z.object({ items: z.array(Project) }),
  errors: projectNotFound,
  http: 'POST /projects/order',
  cli: { name: 'project order', positional: ['ids'] },
  emits: [projectChanged],
  example: { ids: [exampleId] },
})

export const updateProject = defineCommand({
  name: 'tasks.update-project',
  summary: 'Change a project: its name, colour, owner, place, who sees it, or whether it is put away',
  access: 'member',
  input: z.strictObject({
    id: ProjectId,
    rev,
    name: projectName.optional(),
    color: color.optional(),
    outcome: goalFields.outcome.optional(),
    targetOn: goalFields.targetOn.optional(),
    archived: z.boolean().optional(),
    ownerId: UserId.optional().describe('Only its owner, or an admin, gives a project to somebody else'),
    visibility: ProjectVisibility.optional().describe('Only its owner says who sees it'),
    parentId: ProjectId.nullable().optional(),
  }),
  output: Project,
  errors: {
    ...projectNotFound,
    ...memberNotFound,
    ...illegalParent,
    'not-the-owner': { message: 'That project is somebody else’s', kind: 'forbidden', remedy: 'Ask its owner.' },
  },
  http: 'PATCH /projects/{id}',
  cli: { name: 'project update', positional: ['id'] },
  emits: [projectChanged, taskUpdated],
  example: { id: exampleId, archived: true },
})
