import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { id } from '#contract/schema.ts'
import { TaskId } from './task.ts'

export const DelegationId = id('tasks.delegation')

export const DelegationState = z.enum(['pending', 'in-progress', 'done', 'returned'])
export type DelegationState = z.infer<typeof DelegationState>

const subject = z.object({ id: DelegationId, taskId: TaskId, state: DelegationState })
export const delegationChanged = defineEvent({
  name: 'tasks.delegation-changed',
  summary: 'A task was given to somebody, or they answered',
  data: subject,
})
/** Belongs to whom it is told: who was asked, or who asked. */
export const delegationTold = defineEvent({
  name: 'tasks.delegation-told',
  summary: 'Somebody is told that they were asked to do a task, or of an answer',
  audience: 'person',
  data: subject,
})

/** What the end of a task may bring about where somebody does it for somebody else. */
export const delegationEvents = [delegationChanged, delegationTold]
