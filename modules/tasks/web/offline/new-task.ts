import type { z } from 'zod'
import { uuidv7 } from '#base/ids.ts'
import type { createTask, Task } from '#modules/tasks/contract.ts'

/** A task that this browser made and the server has not got yet. */
export function blankTask(id: string, title: string, at: string): Task {
  return {
    id,
    rev: 0,
    title,
    notes: '',
    kind: 'task',
    status: 'inbox',
    priority: 0,
    startOn: null,
    dueAt: null,
    deadlineOn: null,
    estimateMin: null,
    estimateMax: null,
    spentMinutes: 0,
    projectId: null,
    parentId: null,
    level: 4,
    position: 0,
    labels: [],
    ownerId: null,
    assignees: [],
    energy: null,
    decomposition: null,
    recurrence: null,
    blocked: false,
    createdAt: at,
    updatedAt: at,
    completedAt: null,
    deletedAt: null,
  }
}

/** A new task of what stands in one that is gone. */
export function newTaskOf(gone: Task): { input: z.input<typeof createTask.input>; task: Task } {
  const { title, notes, priority, startOn, dueAt, deadlineOn, estimateMin, estimateMax, energy, labels } = gone
  const said = { title, notes, priority, startOn, dueAt, deadlineOn, estimateMin, estimateMax, energy, labels }
  const id = uuidv7()
  return { input: { id, ...said }, task: { ...blankTask(id, title, new Date().toISOString()), ...said } }
}
