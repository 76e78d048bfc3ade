import { taskCreated } from '../../contract.ts'
import { copyChamps } from '../champs/store.ts'
import type { ChangeContext } from '../change-task.ts'
import type { TaskRow } from '../database.ts'
import { copyReminders } from '../reminders/copy-reminders.ts'
import { insertTask } from '../save-task.ts'
import { armPassing } from './arm-passing.ts'
import { copyBelow } from './copy-below.ts'
import { datesAt } from './dates-at.ts'
import { freshOf } from './fresh-of.ts'
import { nextDate } from './next-date.ts'
import { settingsOf } from './recurrence-of.ts'
import { findOccurrence, hasOpenTask, storeOccurrence } from './store.ts'

/** Makes the task that follows one that has ended, with all that is below it, unless its series ends or has an open one. */
export async function makeNext(context: ChangeContext, ended: TaskRow): Promise<void> {
  const { db, actor, emit, now } = context
  const settings = settingsOf(ended)
  const occurrence = settings && (await findOccurrence(db, ended.id))
  if (!occurrence || (await hasOpenTask(db, occurrence.series_id, ended.id))) return
  const at = nextDate(settings, occurrence, now())
  if (at === null) return

  const move = { anchor: occurrence.anchor, from: occurrence.occurs_at, to: at, zone: settings.zone }
  const task = await insertTask(db, { ...freshOf(ended), ...datesAt(ended, move) }, now())
  const next = {
    ...occurrence,
    task_id: task.id,
    occurs_at: at,
    made: occurrence.made + 1,
    passed: 0,
    made_from: ended.id,
  }
  await storeOccurrence(db, null, next)
  await armPassing({ db, actor }, task, next)
  await copyReminders(context, ended.id, task)
  await copyChamps(db, ended.id, task.id)
  emit(taskCreated, { id: task.id })
  await copyBelow(context, ended, task, move)
}
