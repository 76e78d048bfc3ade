import { plus } from '#kernel/database/raw.ts'
import { wholeTables, type WriteDatabase } from '#kernel/database/scoped.ts'
import type { TaskRow, TasksTables } from '../database.ts'
import { DEEPEST, idsBelow } from './below.ts'
import { STEP, TASK } from './levels.ts'

/** Whether all below a task has a level to go to when the task itself takes this one. Steps stay steps. */
export async function canShift(
  db: WriteDatabase<TasksTables>,
  task: Pick<TaskRow, 'id' | 'level'>,
  level: number,
): Promise<boolean> {
  // What stands below may be private to somebody else, and goes along.
  const whole = wholeTables(db)
  for (let depth = 1; depth <= DEEPEST; depth++) {
    const rows = await whole
      .selectFrom('tasks_task')
      .select('level')
      .distinct()
      .where('parent_id', 'in', (eb) => idsBelow(eb, task.id, depth - 1))
      .execute()
    if (rows.length === 0) return true
    const parentLevel = level + depth - 1
    for (const row of rows) {
      const fits = row.level === STEP ? parentLevel === TASK || parentLevel === TASK + 1 : parentLevel + 1 < STEP
      if (!fits) return false
    }
  }
  return true
}

/** Moves all below a task by so many levels, a statement a depth; steps stay steps. */
export async function shiftBelow(
  db: WriteDatabase<TasksTables>,
  id: string,
  levels: number,
  at: number,
): Promise<void> {
  if (levels === 0) return
  const whole = wholeTables(db)
  for (let depth = 1; depth <= DEEPEST; depth++) {
    const [{ numUpdatedRows } = { numUpdatedRows: 0n }] = await whole
      .updateTable('tasks_task')
      .set({ level: plus('level', levels), rev: plus('rev', 1), updated_at: at })
      .where('parent_id', 'in', (eb) => idsBelow(eb, id, depth - 1))
      .where('level', '<', STEP)
      .execute()
    if (numUpdatedRows === 0n) return
  }
}
