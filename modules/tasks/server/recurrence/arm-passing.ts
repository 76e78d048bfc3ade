import { nextOccurrence } from '#base/recurrence/occurrences.ts'
import type { Actor } from '#kernel/actor.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { TaskRow, TasksTables } from '../database.ts'
import { recurrenceOf, settingsOf } from './recurrence-of.ts'
import { removeAlarm, setAlarm } from './store.ts'
import type { OccurrenceRow } from './tables.ts'

/** Sets when an open task moves on by itself: at its rule's next date, unless each date is to be kept. */
export async function armPassing(
  { db, actor }: { db: WriteDatabase<TasksTables>; actor: Actor },
  task: TaskRow,
  occurrence: OccurrenceRow,
): Promise<void> {
  const settings = settingsOf(task)
  if (settings === null || settings.from === 'completion' || settings.onMiss === 'keep') {
    return removeAlarm(db, task.id)
  }
  const due = nextOccurrence(recurrenceOf(settings, occurrence), occurrence.occurs_at)
  await setAlarm(db, actor, { kind: 'pass', subject_id: task.id, due_at: due })
}
