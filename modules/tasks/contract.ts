import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { defineEvent } from '#contract/event.ts'
import { boolean, date, id, instant, integer, page, pageInput, text, textOrNull } from '#contract/schema.ts'
import { SearchBodies, searchBodiesInput, SearchDocuments, searchDocumentsInput } from '../search/contract.ts'

export const TaskId = id('tasks.task')
export const ProjectId = id('tasks.project')

export const TaskStatus = z.enum(['inbox', 'next', 'doing', 'waiting', 'done', 'dropped'])
export type TaskStatus = z.infer<typeof TaskStatus>

export const Task = z
  .object({
    id: TaskId,
    rev: integer,
    title: text,
    notes: text,
    status: TaskStatus,
    priority: integer,
    startOn: date().nullable(),
    dueAt: instant().nullable(),
    deadlineOn: date().nullable(),
    projectId: ProjectId.nullable(),
    createdAt: instant(),
    updatedAt: instant(),
    completedAt: instant().nullable(),
    deletedAt: instant().nullable(),
  })
  .meta({ id: 'Task' })
export type Task = z.infer<typeof Task>

export const Project = z
  .object({
    id: ProjectId,
    rev: integer,
    name: text,
    color: textOrNull,
    archived: boolean,
    openTasks: integer,
    createdAt: instant(),
  })
  .meta({ id: 'Project' })
export type Project = z.infer<typeof Project>

const subject = z.object({ id: TaskId })
export const taskCreated = defineEvent({ name: 'tasks.created', summary: 'A task was made', data: subject })
export const taskUpdated = defineEvent({ name: 'tasks.updated', summary: 'A task changed', data: subject })
export const taskCompleted = defineEvent({
  name: 'tasks.completed',
  summary: 'A task was done',
  data: z.object({ id: TaskId, by: text }),
})
export const taskReopened = defineEvent({ name: 'tasks.reopened', summary: 'A task was opened again', data: subject })
export const taskDeleted = defineEvent({ name: 'tasks.deleted', summary: 'A task went to the trash', data: subject })
export const taskRestored = defineEvent({
  name: 'tasks.restored',
  summary: 'A task came back from the trash',
  data: subject,
})
export const projectChanged = defineEvent({
  name: 'tasks.project-changed',
  summary: 'A project was made or changed',
  data: z.object({ id: ProjectId }),
})

/** A task was made of what a message suggested. */
export const suggestionApproved = defineEvent({
  name: 'tasks.suggestion-approved',
  summary: 'A suggested task was made a task',
  audience: 'person',
  data: z.object({ id: id('mail.suggestion') }),
})

const exampleId = '01933b6e-8f00-7000-8000-000000000001'
const title = z.string().trim().min(1, 'A task needs a title').max(500)
const notes = z.string().max(100_000)
const priority = z.number().int().min(0).max(3)
const rev = z.number().int().min(1).optional().describe('The revision the change is based on; If-Match in REST')
const notFound = { 'task-not-found': 'There is no such task' } as const
const projectNotFound = { 'project-not-found': 'There is no such project' } as const
const illegalMove = {
  'illegal-move': { message: 'A task cannot go there from where it is', kind: 'conflict' },
} as const

export const createTask = defineCommand({
  name: 'tasks.create',
  summary: 'Make a task',
  access: 'member',
  input: z.strictObject({
    title,
    notes: notes.default(''),
    status: TaskStatus.exclude(['done', 'dropped']).default('inbox'),
    priority: priority.default(0),
    startOn: date().nullable().default(null),
    dueAt: instant().nullable().default(null),
    deadlineOn: date().nullable().default(null),
    projectId: ProjectId.nullable().default(null),
  }),
  output: Task,
  errors: projectNotFound,
  http: 'POST /tasks',
  cli: { name: 'task add', positional: ['title'] },
  agent: { pinned: true },
  emits: [taskCreated],
  example: { title: 'Send the invoice', dueAt: '2026-12-01T09:00:00Z' },
})

export const createTaskFromMessage = defineCommand({
  name: 'tasks.create-from-message',
  summary: 'Make a task of a message and link the two',
  access: 'member',
  input: z.strictObject({
    messageId: id('mail.message'),
    title: title.optional(),
    projectId: ProjectId.nullable().default(null),
  }),
  output: Task,
  errors: { 'message-not-found': 'There is no such message', ...projectNotFound },
  http: 'POST /emails/{messageId}/task',
  cli: { name: 'task from-message', positional: ['messageId'] },
  emits: [taskCreated],
  example: { messageId: exampleId },
})

export const approveSuggestion = defineCommand({
  name: 'tasks.approve-suggestion',
  summary: 'Make a task of what a message suggests, linked with the message',
  access: 'member',
  input: z.strictObject({
    id: id('mail.suggestion'),
    title: title.optional(),
    deadlineOn: date().nullable().optional(),
    projectId: ProjectId.nullable().default(null),
  }),
  output: Task,
  errors: {
    'suggestion-not-found': 'There is no such suggestion',
    'already-approved': 'That suggestion is a task already',
    ...projectNotFound,
  },
  http: 'POST /integrations/suggested-tasks/{id}/approve',
  cli: { name: 'task approve-suggestion', positional: ['id'] },
  emits: [taskCreated, suggestionApproved],
  example: { id: exampleId },
})

export const getTask = defineQuery({
  name: 'tasks.get',
  summary: 'Read one task',
  access: 'member',
  input: z.strictObject({ id: TaskId }),
  output: Task,
  errors: notFound,
  http: 'GET /tasks/{id}',
  cli: { name: 'task show', positional: ['id'] },
  example: { id: exampleId },
})

export const listTasks = defineQuery({
  name: 'tasks.list',
  summary: 'List tasks: open ones by default, newest first',
  access: 'member',
  input: z.strictObject({
    ...pageInput,
    view: z.enum(['open', 'done', 'trash', 'all']).default('open'),
    status: TaskStatus.optional(),
    projectId: ProjectId.optional(),
    sort: z.enum(['newest', 'due', 'priority']).default('newest'),
  }),
  output: page(Task),
  http: 'GET /tasks',
  cli: { name: 'task list' },
  agent: { pinned: true },
  example: { view: 'open' },
})

export const updateTask = defineCommand({
  name: 'tasks.update',
  summary: 'Change fields of a task; what is left out stays',
  access: 'member',
  input: z.strictObject({
    id: TaskId,
    rev,
    title: title.optional(),
    notes: notes.optional(),
    status: TaskStatus.optional(),
    priority: priority.optional(),
    startOn: date().nullable().optional(),
    dueAt: instant().nullable().optional(),
    deadlineOn: date().nullable().optional(),
    projectId: ProjectId.nullable().optional(),
  }),
  output: Task,
  errors: { ...notFound, ...projectNotFound, ...illegalMove },
  http: 'PATCH /tasks/{id}',
  cli: { name: 'task update', positional: ['id'] },
  emits: [taskUpdated, taskCompleted, taskReopened],
  example: { id: exampleId, title: 'Send the invoice to Ada' },
})

export const completeTask = defineCommand({
  name: 'tasks.complete',
  summary: 'Mark a task as done',
  access: 'member',
  input: z.strictObject({ id: TaskId, rev }),
  output: Task,
  errors: { ...notFound, ...illegalMove, 'already-done': 'That task is already done' },
  http: 'POST /tasks/{id}/complete',
  cli: { name: 'task done', positional: ['id'] },
  agent: { pinned: true },
  emits: [taskCompleted],
  example: { id: exampleId },
})

export const reopenTask = defineCommand({
  name: 'tasks.reopen',
  summary: 'Open a task again that was done or dropped',
  access: 'member',
  input: z.strictObject({ id: TaskId, rev }),
  output: Task,
  errors: { ...notFound, 'already-open': 'That task is open' },
  http: 'POST /tasks/{id}/reopen',
  cli: { name: 'task reopen', positional: ['id'] },
  emits: [taskReopened],
  example: { id: exampleId },
})

export const deleteTask = defineCommand({
  name: 'tasks.delete',
  summary: 'Put a task in the trash, from where it can be restored',
  access: 'member',
  input: z.strictObject({ id: TaskId, rev }),
  output: Task,
  errors: { ...notFound, 'already-deleted': 'That task is in the trash' },
  http: 'DELETE /tasks/{id}',
  cli: { name: 'task delete', positional: ['id'] },
  emits: [taskDeleted],
  example: { id: exampleId },
})

export const restoreTask = defineCommand({
  name: 'tasks.restore',
  summary: 'Take a task out of the trash',
  access: 'member',
  input: z.strictObject({ id: TaskId, rev }),
  output: Task,
  errors: { ...notFound, 'already-restored': 'That task is not in the trash' },
  http: 'POST /tasks/{id}/restore',
  cli: { name: 'task restore', positional: ['id'] },
  emits: [taskRestored],
  example: { id: exampleId },
})

const projectName = z.string().trim().min(1, 'A project needs a name').max(200)
const color = z.enum(['yellow', 'green', 'pink', 'lilac', 'orange', 'red']).nullable()

export const createProject = defineCommand({
  name: 'tasks.create-project',
  summary: 'Make a project',
  access: 'member',
  input: z.strictObject({ name: projectName, color: color.default(null) }),
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
    archived: z.boolean().optional(),
  }),
  output: Project,
  errors: projectNotFound,
  http: 'PATCH /projects/{id}',
  cli: { name: 'project update', positional: ['id'] },
  emits: [projectChanged],
  example: { id: exampleId, archived: true },
})

export const taskSearchDocuments = defineQuery({
  name: 'tasks.search-documents',
  summary: 'Tasks as search keeps them',
  access: 'system',
  input: searchDocumentsInput,
  output: SearchDocuments,
  example: { ids: [exampleId] },
})

export const taskSearchBodies = defineQuery({
  name: 'tasks.search-bodies',
  summary: 'The notes of tasks, for snippets',
  access: 'system',
  input: searchBodiesInput,
  output: SearchBodies,
  example: { ids: [exampleId] },
})

export const describeTasks = defineQuery({
  name: 'tasks.describe',
  summary: 'Titles of tasks, for links and timelines',
  access: 'member',
  input: z.strictObject({ ids: z.array(text).max(200) }),
  output: z.object({ items: z.array(z.object({ id: text, title: text })) }),
  http: 'POST /tasks/describe',
  cli: { name: 'task describe', positional: ['ids'] },
  example: { ids: [exampleId] },
})
