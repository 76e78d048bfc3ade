import { api } from '#ui/data/api.ts'
import { getConnection, setConnection } from '#ui/data/connection.ts'
import { openOutbox, type Remedy } from '#ui/outbox/open-outbox.ts'
import type { Waiting } from '#ui/outbox/waiting.ts'
import { newTaskOf } from './new-task.ts'
import type { TaskChange } from './task-change.ts'
import { sendChange, TaskChanges } from './task-changes.ts'
import { tellVersions } from './tell-versions.ts'

/** Tasks that were added and changed while Daybook could not be reached. */
export const taskOutbox = openOutbox<TaskChange>('task-changes', {
  modules: ['tasks'],
  send: async (change, waiting) => tellVersions(await sendChange(api, change, waiting)),
  remedies,
})

/** How pages change tasks. */
export const taskChanges = new TaskChanges({
  outbox: taskOutbox.outbox,
  isOffline: () => getConnection() === 'offline',
  sawOffline: () => setConnection('offline'),
  now: Date.now,
})

/** What was written into a task that is gone can be a task of its own. */
function remedies({ change, refused, place }: Waiting<TaskChange>): Remedy[] {
  if (change.kind !== 'edit' || refused?.code !== 'task-not-found') return []
  const make = async () => {
    const { input, task } = newTaskOf(change.task)
    const label = `New task: ${task.title}`
    await taskOutbox.outbox.add({ label, subject: task.id, makes: true, change: { kind: 'new', input, task } })
    await taskOutbox.outbox.drop(place)
  }
  return [{ label: 'Make it a new task', run: make }]
}
