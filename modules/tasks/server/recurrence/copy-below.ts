import { taskCreated } from '../../contract.ts'
import type { ChangeContext } from '../change-task.ts'
import type { TaskRow } from '../database.ts'
import { insertTask } from '../save-task.ts'
import { DEEPEST } from '../tree/below.ts'
import { shiftDates, type Move } from './dates-at.ts'
import { freshOf } from './fresh-of.ts'

/** Steps and tasks below that are copied at most: a whole project is no task that repeats. */
const MOST = 200

/** Copies what is below a task to its successor, to be done anew. What was dropped or thrown away stays behind. */
export async function copyBelow(
  { db, emit, now }: ChangeContext,
  from: TaskRow,
  to: TaskRow,
  move: Move,
): Promise<void> {
  let parents = new Map([[from.id, to.id]])
  let left = MOST
  for (let depth = 1; depth <= DEEPEST && parents.size > 0 && left > 0; depth++) {
    const rows = await db
      .selectFrom('tasks_task')
      .selectAll()
      .where('parent_id', 'in', [...parents.keys()])
      .where('deleted_at', 'is', null)
      .where('status', '!=', 'dropped')
      .orderBy('position')
      .orderBy('id')
      .limit(left)
      .execute()
    const copied = new Map<string, string>()
    for (const row of rows) {
      const parent_id = parents.get(row.parent_id!)!
      const copy = await insertTask(
        db,
        { ...freshOf(row), ...shiftDates(row, move), recurrence: null, parent_id },
        now(),
      )
      emit(taskCreated, { id: copy.id })
      copied.set(row.id, copy.id)
    }
    left -= rows.length
    parents = copied
  }
}
