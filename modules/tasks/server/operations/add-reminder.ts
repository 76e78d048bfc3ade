import { uuidv7 } from '#base/ids.ts'
import { isTimeZone } from '#base/recurrence/time-zone.ts'
import { fromInstant } from '#base/time.ts'
import { personOf } from '#kernel/actor.ts'
import { addReminder, reminderSet } from '../../contract.ts'
import { command } from '../database.ts'
import { findChangeable } from '../find-task.ts'
import { setAlarm } from '../recurrence/store.ts'
import { ringTime } from '../reminders/ring-time.ts'
import { toReminder } from '../reminders/to-reminder.ts'

const MOST = 20

export default command(addReminder, async ({ db, actor, emit, fail, now }, input) => {
  const { taskId, at, relatedTo, minutesBefore, zone } = input
  const task = await findChangeable(db, taskId)
  if (!task) return fail('task-not-found')
  if (!isTimeZone(zone)) return fail('unknown-zone')
  if ((at === undefined) === (relatedTo === undefined)) return fail('unclear-time')
  if (at !== undefined && minutesBefore !== undefined) return fail('unclear-time')

  const row = {
    id: uuidv7(),
    task_id: taskId,
    person_id: personOf(actor),
    at: at === undefined ? null : fromInstant(at),
    related_to: relatedTo ?? null,
    minutes_before: relatedTo === undefined ? null : (minutesBefore ?? 0),
    zone,
    rings_at: null,
    rang_at: null,
    ring_id: null,
    created_at: now(),
  }
  const time = ringTime(row, task)
  if (time === null) return fail('no-such-date')
  if (time <= now()) return fail('already-past')
  const there = await db
    .selectFrom('tasks_reminder')
    .select('id')
    .where('task_id', '=', taskId)
    .where('person_id', '=', row.person_id)
    .limit(MOST)
    .execute()
  if (there.length === MOST) return fail('too-many-reminders')

  const rings_at = task.shelf === 'open' ? time : null
  await db
    .insertInto('tasks_reminder')
    .values({ ...row, rings_at })
    .execute()
  await setAlarm(db, actor, { kind: 'reminder', subject_id: row.id, due_at: rings_at })
  emit(reminderSet, { id: row.id, taskId })
  return toReminder({ ...row, rings_at }, task.title)
})
