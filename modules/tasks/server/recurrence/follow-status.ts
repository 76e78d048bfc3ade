import type { ChangeContext } from '../change-task.ts'
import type { TaskRow } from '../database.ts'
import { isOpen } from '../status.ts'
import { descendantsOf } from '../tree/descendants.ts'
import { trashTask } from '../trash-task.ts'
import { makeNext } from './make-next.ts'

/** What the end of a task that repeats brings about, and its being opened again takes back. */
export async function followStatus(context: ChangeContext, before: TaskRow, after: TaskRow): Promise<void> {
  if (after.recurrence === null || isOpen(before.status) === isOpen(after.status)) return
  if (isOpen(before.status)) await makeNext(context, after)
  else await takeBackNext(context, after)
}

/** Puts the task that an end made into the trash, unless somebody has touched it since. */
async function takeBackNext(context: ChangeContext, task: TaskRow): Promise<void> {
  const { db } = context
  const next = await db
    .selectFrom('tasks_occurrence')
    .innerJoin('tasks_task', 'tasks_task.id', 'tasks_occurrence.task_id')
    .selectAll('tasks_task')
    .where('tasks_occurrence.made_from', '=', task.id)
    .where('tasks_task.shelf', '=', 'open')
    .executeTakeFirst()
  if (!next || next.rev !== 1) return
  const below = await descendantsOf(db, next.id)
  if (below.some(({ status }) => !isOpen(status))) return

  await trashTask(context, next)
}
