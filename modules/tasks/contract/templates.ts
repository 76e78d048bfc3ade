import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { date, instant, integer, page, pageInput, text, textOrNull } from '#contract/schema.ts'
import { taskCreated } from './events.ts'
import { changedFields, exampleId, memberNotFound, newFields, notFound, projectNotFound, rev, title } from './inputs.ts'
import { Assignee, ProjectId, Task, TaskId, TaskRecurrence, UserId } from './task.ts'
import { TemplateId, templateChanged } from './template-events.ts'
import { ChangeId } from './undo.ts'

const WHEN = /^[+-]\d{1,4}[dwm]( ([01]\d|2[0-3]):[0-5]\d)?$/
const when = z
  .string()
  .regex(WHEN, 'Write it as +3d, +2w, -1d or +1m, with a time if you like: +3d 09:00')
  .nullable()
  .describe('From the start: +3d, +2w, +1m, with a time if one is meant: +3d 09:00')
const unsaid = when.default(null)

/** A line of a template's outline: `depth` 0 stands under the task itself, 1 under the line before it. */
export const TemplateStep = z
  .strictObject({
    title,
    depth: z.number().int().min(0).max(2).default(0),
    minutes: z.number().int().min(1).max(100_000).nullable().default(null),
    dueIn: unsaid,
  })
  .meta({ id: 'TaskTemplateStep' })
export type TemplateStep = z.infer<typeof TemplateStep>

const templateName = z.string().trim().min(1, 'A template needs a name').max(200)
const steps = z.array(TemplateStep).max(200)
const titleOfTemplate = title.describe('{{client}} is a variable, here and in notes, labels and steps')

const templateOwner = UserId.nullable().describe('Whose what is made of it is; who uses it, where nobody is named')

const { priority, energy, estimateMin, estimateMax, projectId, labels } = newFields
const fresh = {
  name: templateName,
  title: titleOfTemplate,
  notes: newFields.notes,
  priority,
  energy,
  estimateMin,
  estimateMax,
  startIn: unsaid,
  dueIn: unsaid,
  deadlineIn: unsaid,
  projectId,
  labels,
  ownerId: templateOwner.default(null),
  assignees: newFields.assignees,
  steps: steps.default([]),
}
const changed = {
  name: templateName.optional(),
  title: titleOfTemplate.optional(),
  notes: changedFields.notes,
  priority: changedFields.priority,
  energy: changedFields.energy,
  estimateMin: changedFields.estimateMin,
  estimateMax: changedFields.estimateMax,
  startIn: when.optional(),
  dueIn: when.optional(),
  deadlineIn: when.optional(),
  projectId: changedFields.projectId,
  labels: changedFields.labels,
  ownerId: templateOwner.optional(),
  assignees: changedFields.assignees,
  dropRecurrence: z.boolean().optional().describe('Whether what is made of it repeats no more'),
  steps: steps.optional(),
}

export const TaskTemplate = z
  .object({
    id: TemplateId,
    rev: integer,
    name: text,
    title: text,
    notes: text,
    priority: integer,
    energy: integer.nullable(),
    estimateMin: integer.nullable(),
    estimateMax: integer.nullable(),
    startIn: textOrNull,
    dueIn: textOrNull,
    deadlineIn: textOrNull,
    projectId: ProjectId.nullable(),
    labels: z.array(text),
    ownerId: UserId.nullable(),
    assignees: z.array(Assignee),
    recurrence: TaskRecurrence.nullable().describe('How what is made of it comes again, as the task it was saved from'),
    steps: z.array(TemplateStep),
    variables: z.array(text).describe('The names between double braces, in the order they appear'),
    createdAt: instant(),
    updatedAt: instant(),
  })
  .meta({ id: 'TaskTemplate' })
export type TaskTemplate = z.infer<typeof TaskTemplate>

const templateNotFound = { 'template-not-found': 'There is no such template' } as const
const badOutline = {
  'bad-outline': { message: 'A step stands at most one deeper than the one before it', kind: 'validation' },
} as const
const badZone = {
  'bad-zone': { message: 'There is no such time zone', kind: 'validation', remedy: 'Write one as Europe/Berlin.' },
} as const
const zone = z.string().max(100).optional().describe('The IANA time zone of its days; that of the server unless given')

export const createTemplate = defineCommand({
  name: 'tasks.create-template',
  summary: 'Make a template of tasks',
  access: 'member',
  input: z.strictObject(fresh),
  output: TaskTemplate,
  errors: { ...projectNotFound, ...memberNotFound, ...badOutline },
  http: 'POST /templates',
  aliases: ['POST /task-templates'],
  cli: { name: 'template add', positional: ['name', 'title'] },
  emits: [templateChanged],
  example: { name: 'New client', title: 'Welcome {{client}}', steps: [{ title: 'Write to {{client}}', minutes: 5 }] },
})

export const listTemplates = defineQuery({
  name: 'tasks.list-templates',
  summary: 'List the templates of tasks by name',
  access: 'member',
  input: z.strictObject({ ...pageInput }),
  output: page(TaskTemplate),
  http: 'GET /templates',
  aliases: ['GET /task-templates'],
  cli: { name: 'template list' },
  example: {},
})

export const getTemplate = defineQuery({
  name: 'tasks.get-template',
  summary: 'Read one template of tasks',
  access: 'member',
  input: z.strictObject({ id: TemplateId }),
  output: TaskTemplate,
  errors: templateNotFound,
  http: 'GET /templates/{id}',
  aliases: ['GET /task-templates/{id}'],
  cli: { name: 'template show', positional: ['id'] },
  example: { id: exampleId },
})

export const updateTemplate = defineCommand({
  name: 'tasks.update-template',
  summary: 'Change a template of tasks; what is left out stays, and so do tasks that were made of it',
  access: 'member',
  input: z.strictObject({ id: TemplateId, rev, ...changed }),
  output: TaskTemplate,
  errors: { ...templateNotFound, ...projectNotFound, ...memberNotFound, ...badOutline },
  http: 'PATCH /templates/{id}',
  aliases: ['PATCH /task-templates/{id}'],
  cli: { name: 'template update', positional: ['id'] },
  emits: [templateChanged],
  example: { id: exampleId, name: 'Welcome a client' },
})

export const deleteTemplate = defineCommand({
  name: 'tasks.delete-template',
  summary: 'Remove a template; tasks that were made of it stay',
  access: 'member',
  input: z.strictObject({ id: TemplateId, rev }),
  output: z.object({ changeId: ChangeId.nullable().describe('What undoes it') }),
  errors: templateNotFound,
  http: 'DELETE /templates/{id}',
  aliases: ['DELETE /task-templates/{id}'],
  cli: { name: 'template delete', positional: ['id'] },
  emits: [templateChanged],
  example: { id: exampleId },
})

const applying = {
  id: TemplateId,
  startOn: date().optional().describe('The day that dates are counted from; today unless given'),
  values: z
    .array(
      z
        .string()
        .max(600)
        .regex(/^[^=]{1,60}=/, 'Write it as client=Ada'),
    )
    .max(50)
    .default([])
    .describe('What the variables stand for, each as client=Ada'),
  projectId: ProjectId.nullable().optional().describe('Another project than the one of the template'),
  zone,
}

/** A task as a template would make it. */
const PlannedTask = z
  .object({
    title: text,
    notes: text,
    depth: integer,
    level: integer,
    minutes: integer.nullable(),
    startOn: date().nullable(),
    dueAt: instant().nullable(),
    deadlineOn: date().nullable(),
    labels: z.array(text),
    ownerId: UserId.nullable().describe('Who it is said to belong to; null is whoever makes it'),
    assignees: z.array(Assignee),
    recurrence: TaskRecurrence.nullable(),
  })
  .meta({ id: 'PlannedTask' })
export type PlannedTask = z.infer<typeof PlannedTask>

export const previewTemplate = defineQuery({
  name: 'tasks.preview-template',
  summary: 'Show the tasks that a template would make, and which variables are missing; nothing changes',
  access: 'member',
  input: z.strictObject(applying),
  output: z.object({
    startOn: date(),
    missing: z.array(text).describe('Variables without a value'),
    unknown: z.array(text).describe('Values for variables that the template does not have'),
    items: z.array(PlannedTask).describe('The task itself first, then what stands below it'),
  }),
  errors: { ...templateNotFound, ...projectNotFound, ...badZone },
  http: 'POST /templates/{id}/preview',
  aliases: ['POST /task-templates/{id}/preview'],
  cli: { name: 'template preview', positional: ['id'] },
  example: { id: exampleId, startOn: '2026-12-01', values: ['client=Ada'] },
})

export const applyTemplate = defineCommand({
  name: 'tasks.apply-template',
  summary: 'Make the tasks of a template, without people who have left; one undo takes them all back',
  access: 'member',
  input: z.strictObject(applying),
  output: z.object({ task: Task, made: integer, changeId: ChangeId.nullable().describe('What undoes it') }),
  errors: {
    ...templateNotFound,
    ...projectNotFound,
    ...badZone,
    'missing-variables': {
      message: 'Some variables have no value',
      kind: 'validation',
      remedy: 'Give each as name=value.',
    },
  },
  http: 'POST /templates/{id}/apply',
  aliases: ['POST /task-templates/{id}/apply'],
  cli: { name: 'template apply', positional: ['id'] },
  emits: [taskCreated],
  example: { id: exampleId, startOn: '2026-12-01', values: ['client=Ada'] },
})

export const saveAsTemplate = defineCommand({
  name: 'tasks.save-as-template',
  summary:
    'Make a template of a task and all below it: its dates as days from its start, its people and its recurrence',
  access: 'member',
  input: z.strictObject({ id: TaskId, name: templateName.optional().describe('The title unless given'), zone }),
  output: TaskTemplate,
  errors: {
    ...notFound,
    ...badZone,
    'too-many-steps': { message: 'A template has at most 200 steps', kind: 'validation' },
  },
  http: 'POST /tasks/{id}/template',
  cli: { name: 'task save-template', positional: ['id', 'name'] },
  emits: [templateChanged],
  example: { id: exampleId, name: 'Monthly invoice' },
})
