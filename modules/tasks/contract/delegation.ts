import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { instant, integer, page, pageInput, text, textOrNull } from '#contract/schema.ts'
import { AgentId } from './agents.ts'
import { delegationEvents, DelegationId, DelegationState } from './delegation-events.ts'
import { taskCompleted, taskCreated, taskDeleted, taskReopened, taskUpdated } from './events.ts'
import { exampleId, illegalMove, memberNotFound, estimate, notFound, rev } from './inputs.ts'
import { TaskId, TaskStatus, UserId } from './task.ts'
import { ChangeId } from './undo.ts'

/** The four ways to deal with a task: do it, do it with somebody, give it away, let it go. */
export const DelegationMode = z.enum(['do', 'do-with-me', 'delegate', 'delete'])
export type DelegationMode = z.infer<typeof DelegationMode>

/** A task that somebody was asked to do, or took on. */
export const Delegation = z
  .object({
    id: DelegationId,
    rev: integer,
    taskId: TaskId,
    taskTitle: text,
    taskStatus: TaskStatus,
    mode: DelegationMode,
    personId: UserId.nullable().describe('Who was asked, unless it was an agent'),
    agentId: AgentId.nullable(),
    agentName: textOrNull,
    givenBy: UserId,
    state: DelegationState,
    note: text,
    reason: textOrNull.describe('Why it came back'),
    estimateMinutes: integer.nullable(),
    actualMinutes: integer.nullable().describe('What it took, once it is done'),
    createdAt: instant(),
    updatedAt: instant(),
    endedAt: instant().nullable(),
    changeId: ChangeId.nullable().optional().describe('What undoes it, in the answer of a change'),
  })
  .meta({ id: 'Delegation' })
export type Delegation = z.infer<typeof Delegation>

const delegationNotFound = { 'delegation-not-found': 'There is no such delegation' } as const
const note = z.string().trim().max(2000)
const agentBusy = {
  'agent-busy': {
    message: 'That agent has as much open work as it takes',
    kind: 'conflict',
    remedy: 'Wait until some of it is done, or raise the limit of the agent.',
  },
} as const
/** What a change of a task may lead to besides. */
const taskChanges = [taskUpdated, taskCompleted, taskReopened, taskCreated, taskDeleted]

export const delegateTask = defineCommand({
  name: 'tasks.delegate',
  summary: 'Do a task, do it with somebody, give it to a person or an agent, or let it go',
  access: 'member',
  input: z.strictObject({
    taskId: TaskId,
    mode: DelegationMode.default('delegate'),
    personId: UserId.optional().describe('A member of the workspace; or an agent'),
    agentId: AgentId.optional(),
    note: note.default(''),
    estimateMinutes: estimate.optional().describe('What the task says, unless told'),
  }),
  output: Delegation,
  errors: {
    ...notFound,
    ...memberNotFound,
    ...agentBusy,
    ...illegalMove,
    'agent-not-found': 'There is no such agent',
    'unclear-delegatee': {
      message: 'One person or one agent can be asked; what you do yourself or let go needs nobody',
      kind: 'validation',
      remedy: 'Give "personId" or "agentId" with delegate and do-with-me, and neither with do and delete.',
    },
    'project-private': {
      message: 'The task is in a project that nobody else sees',
      kind: 'conflict',
      remedy: 'Share the project, or move the task out of it.',
    },
    'task-closed': { message: 'That task is closed', kind: 'conflict', remedy: 'Open it again first.' },
    'already-delegated': {
      message: 'Somebody is at that task',
      kind: 'conflict',
      remedy: 'Take it back first.',
    },
  },
  http: 'POST /delegation',
  cli: { name: 'task delegate', positional: ['taskId', 'personId'] },
  emits: [...delegationEvents, ...taskChanges],
  example: { taskId: exampleId, mode: 'do' },
})

export const answerDelegation = defineCommand({
  name: 'tasks.answer-delegation',
  summary: 'Accept what you were asked to do, give it back with a reason, or say that it is done; or take it back',
  access: 'member',
  input: z.strictObject({
    id: DelegationId,
    rev,
    state: DelegationState,
    reason: note.optional().describe('Why it comes back'),
    actualMinutes: estimate.optional().describe('What it took; else what was tracked since'),
  }),
  output: Delegation,
  errors: {
    ...delegationNotFound,
    ...notFound,
    ...agentBusy,
    ...illegalMove,
    'illegal-delegation-move': { message: 'It cannot go there from where it is', kind: 'conflict' },
    'not-yours-to-answer': {
      message: 'Who was asked answers; who asked takes it back or asks again',
      kind: 'forbidden',
      remedy: 'Ask the two whom it concerns.',
    },
    'reason-needed': {
      message: 'Who asked wants to know why it comes back',
      kind: 'validation',
      remedy: 'Give a reason.',
    },
  },
  http: 'POST /delegation/{id}/answer',
  cli: { name: 'delegation answer', positional: ['id', 'state'] },
  emits: [...delegationEvents, ...taskChanges],
  example: { id: exampleId, state: 'in-progress' },
})

export const getDelegation = defineQuery({
  name: 'tasks.get-delegation',
  summary: 'Read one delegation',
  access: 'member',
  input: z.strictObject({ id: DelegationId }),
  output: Delegation,
  errors: delegationNotFound,
  http: 'GET /delegation/{id}',
  cli: { name: 'delegation show', positional: ['id'] },
  example: { id: exampleId },
})

export const listDelegations = defineQuery({
  name: 'tasks.list-delegations',
  summary: 'List what you gave away, what you were given, or what was given of one task or to one agent; newest first',
  access: 'member',
  input: z.strictObject({
    ...pageInput,
    side: z.enum(['given', 'received', 'all']).default('all'),
    open: z.stringbool().or(z.boolean()).optional().describe('Only what is pending or in progress'),
    taskId: TaskId.optional(),
    agentId: AgentId.optional(),
  }),
  output: page(Delegation),
  http: 'GET /delegation',
  cli: { name: 'delegation list' },
  example: { side: 'received' },
})
