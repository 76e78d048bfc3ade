import { uuidv7 } from '#base/ids.ts'
import type { Makers, Making } from './making.ts'

/** What stands around tasks; tasks themselves are made out of an example. */
export const taskRecords: Makers = {
  'tasks.label': async ({ call, next }) => {
    const name = `label ${next()}`
    await call('tasks.create', { title: 'A task', labels: [name] })
    const { items } = await call('tasks.list-labels', {})
    return items.find((label: { name: string }) => label.name === name).id
  },
  'tasks.change': async ({ of, call, next }) => {
    await call('tasks.update', { id: await of('tasks.task'), title: `Task ${next()}` })
    return (await call('tasks.list-changes', {})).items[0].id
  },
  'tasks.reminder': makeReminder,
  'tasks.reminder-ring': async (making) => {
    const id = uuidv7()
    // Reminders ring by the clock: this one is said to have rung.
    const sql = 'UPDATE tasks_reminder SET ring_id = ?, rang_at = ? WHERE id = ?'
    await making.write(sql, id, Date.now(), await makeReminder(making))
    return id
  },
}

async function makeReminder({ of, call }: Making): Promise<string> {
  return (await call('tasks.add-reminder', { taskId: await of('tasks.task'), at: '2099-01-01T00:00:00Z' })).id
}
