import { uuidv7 } from '#base/ids.ts'
import { personOf } from '#kernel/actor.ts'
import { remindersRang } from '../../contract.ts'
import { command } from '../database.ts'
import { ringReminders } from '../recurrence/internal.ts'
import { setDue } from '../reminders/follow-dates.ts'

/** What comes later than that comes together with what else is late: nobody was there to tell. */
const LATE = 5 * 60_000
const AT_ONCE = 100

export default command(ringReminders, async ({ db, actor, emit, now }) => {
  const due = await db
    .selectFrom('tasks_reminder')
    .innerJoin('tasks_task', 'tasks_task.id', 'tasks_reminder.task_id')
    .select(['tasks_reminder.id', 'tasks_reminder.rings_at', 'tasks_task.shelf'])
    .where('tasks_reminder.person_id', '=', personOf(actor))
    .where('tasks_reminder.rings_at', '<=', now())
    .orderBy('tasks_reminder.rings_at')
    .orderBy('tasks_reminder.id')
    .limit(AT_ONCE)
    .execute()

  const rings = new Map<string, string[]>()
  const lateId = uuidv7()
  for (const { id, rings_at, shelf } of due) {
    // Of what is done or thrown away nobody is reminded.
    const ringId = shelf !== 'open' ? null : rings_at! < now() - LATE ? lateId : uuidv7()
    const rang = ringId === null ? {} : { rang_at: now(), ring_id: ringId }
    await db
      .updateTable('tasks_reminder')
      .set({ rings_at: null, ...rang })
      .where('id', '=', id)
      .execute()
    await setDue(db, id, null)
    if (ringId !== null) rings.set(ringId, [...(rings.get(ringId) ?? []), id])
  }
  for (const [id, reminders] of rings) emit(remindersRang, { id, count: reminders.length })
  return { rang: due.length }
})
