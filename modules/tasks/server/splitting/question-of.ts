import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { SplitScope } from '../../contract.ts'
import type { TaskRow, TasksTables } from '../database.ts'
import { STEP, TASK } from '../tree/levels.ts'
import { minutesOf } from './scope-of.ts'
import type { SplitQuestion } from './suggest-by-rules.ts'

/** What there is to know of a task before it is split; null where nothing can stand below it. */
export async function questionOf(
  db: ReadDatabase<TasksTables>,
  task: TaskRow,
  scope: SplitScope | undefined,
): Promise<SplitQuestion | null> {
  if (task.level === STEP) return null
  const below = await db
    .selectFrom('tasks_task')
    .select('title')
    .where('parent_id', '=', task.id)
    .where('deleted_at', 'is', null)
    .execute()
  return {
    title: task.title,
    minutes: minutesOf(task),
    scope,
    fits: task.level < TASK ? 'parts' : task.level === TASK ? 'either' : 'steps',
    present: below.map(({ title }) => title),
  }
}
