import { uuidv7 } from '#base/ids.ts'
import { systemActor } from '#kernel/actor.ts'
import type { ChangeContext } from '../change-task.ts'
import type { TaskRow } from '../database.ts'
import { setAlarm } from '../recurrence/store.ts'
import { ringTime } from './ring-time.ts'

/** The reminders of a task that go by its dates come for its successor too, to the same people. */
export async function copyReminders({ db, actor, now }: ChangeContext, fromId: string, task: TaskRow): Promise<void> {
  const reminders = await db
    .selectFrom('tasks_reminder')
    .select(['person_id', 'related_to', 'minutes_before', 'zone'])
    .where('task_id', '=', fromId)
    .where('related_to', 'is not', null)
    .execute()
  for (const reminder of reminders) {
    const copied = { ...reminder, at: null, task_id: task.id, rang_at: null, ring_id: null, created_at: now() }
    const time = ringTime(copied, task)
    const rings_at = time !== null && time > now() ? time : null
    const copy = { ...copied, id: uuidv7(), rings_at }
    await db.insertInto('tasks_reminder').values(copy).execute()
    const owner = systemActor('tasks', actor.workspaceId, reminder.person_id)
    await setAlarm(db, owner, { kind: 'reminder', subject_id: copy.id, due_at: rings_at })
  }
}
