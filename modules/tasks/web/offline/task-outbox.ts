import { createTask, mergeTask, quickAddTask } from '#modules/tasks/contract.ts'
import { api } from '#ui/data/api.ts'
import { openOutbox, type Remedy } from '#ui/outbox/open-outbox.ts'
import type { Waiting } from '#ui/outbox/waiting.ts'
import type { TaskChange } from './task-change.ts'
import { newTaskOf } from './new-task.ts'
import { tellVersions } from './tell-versions.ts'

/** Tasks that were added and changed while Daybook could not be reached. */
export const taskChanges = openOutbox<TaskChange>('task-changes', {
  modules: ['tasks'],
  async send(change, waiting) {
    const options = { idempotencyKey: waiting.key }
    if (change.kind === 'line') await api.call(quickAddTask, change.input, options)
    else if (change.kind === 'new') await api.call(createTask, change.input, options)
    else tellVersions(await api.call(mergeTask, mergeInput(change, waiting), options))
  },
  remedies,
})

function mergeInput({ base, wanted, task }: Extract<TaskChange, { kind: 'edit' }>, { place, at }: Waiting) {
  return { id: task.id, changeId: place, madeAt: new Date(at).toISOString(), base, ...wanted }
}

/** What was written into a task that is gone can be a task of its own. */
function remedies({ change, refused, place }: Waiting<TaskChange>): Remedy[] {
  if (change.kind !== 'edit' || refused?.code !== 'task-not-found') return []
  const make = async () => {
    const { input, task } = newTaskOf(change.task)
    const label = `New task: ${task.title}`
    await taskChanges.outbox.add({ label, subject: task.id, makes: true, change: { kind: 'new', input, task } })
    await taskChanges.outbox.drop(place)
  }
  return [{ label: 'Make it a new task', run: make }]
}
