import { z } from 'zod'
import { boolean, date, id, instant, integer, text } from '#contract/schema.ts'

export const TaskId = id('tasks.task')
export const ProjectId = id('tasks.project')
export const UserId = id('identity.user')

export const TaskStatus = z.enum(['inbox', 'next', 'doing', 'waiting', 'done', 'dropped'])
export type TaskStatus = z.infer<typeof TaskStatus>

/** What it is on: the list of things to do, or the one that goes along to the shop. */
export const TaskKind = z.enum(['task', 'shopping'])
export type TaskKind = z.infer<typeof TaskKind>

/** What a person has to do with a task that is not theirs alone. */
export const AssigneeRole = z.enum(['owner', 'helper', 'reviewer'])
export type AssigneeRole = z.infer<typeof AssigneeRole>

export const Assignee = z.strictObject({ userId: UserId, role: AssigneeRole }).meta({ id: 'TaskAssignee' })
export type Assignee = z.infer<typeof Assignee>

/** How far a task is taken apart: named alone, begun, done, or small enough as it is. */
export const Decomposition = z.enum(['stub', 'decomposing', 'decomposed', 'atomic'])
export type Decomposition = z.infer<typeof Decomposition>

/** The value of a field of one's own. */
export const FieldValue = z.union([text, z.number(), boolean])
export type FieldValue = z.infer<typeof FieldValue>

/** How a task comes again: an RRULE (RFC 5545) in a time zone, and from where the next one is reckoned. */
export const TaskRecurrence = z
  .object({
    rule: text,
    zone: text,
    from: z.enum(['due', 'completion']),
    onMiss: z.enum(['skip', 'keep']),
  })
  .meta({ id: 'TaskRecurrence' })
export type TaskRecurrence = z.infer<typeof TaskRecurrence>

export const Task = z
  .object({
    id: TaskId,
    rev: integer,
    title: text,
    notes: text,
    kind: TaskKind,
    status: TaskStatus,
    priority: integer,
    startOn: date().nullable(),
    dueAt: instant().nullable(),
    deadlineOn: date().nullable(),
    /** Minutes, from and to. */
    estimateMin: integer.nullable(),
    estimateMax: integer.nullable(),
    spentMinutes: integer,
    projectId: ProjectId.nullable(),
    parentId: TaskId.nullable(),
    /** From 0 (initiative) over 4 (task) to 6 (step). */
    level: integer,
    position: integer,
    labels: z.array(text),
    ownerId: UserId.nullable(),
    assignees: z.array(Assignee),
    energy: integer.nullable(),
    /** Null where nobody has said. */
    decomposition: Decomposition.nullable(),
    recurrence: TaskRecurrence.nullable(),
    /** Whether it waits for another task to end or begin. */
    blocked: boolean,
    createdAt: instant(),
    updatedAt: instant(),
    completedAt: instant().nullable(),
    deletedAt: instant().nullable(),
    /** Values of fields of one's own, by their keys; where they were asked for. */
    fields: z.record(text, FieldValue).optional(),
  })
  .meta({ id: 'Task' })
export type Task = z.infer<typeof Task>
