import { plus } from '#kernel/database/raw.ts'
import { wholeTables, type WriteDatabase } from '#kernel/database/scoped.ts'
import type { TasksTables } from '../database.ts'

/**
 * Changes the names of labels on every task that bears one, also on those that are private to somebody else. Tasks of the
 * same labels change in one statement. Answers the tasks.
 */
export async function rewriteLabels(
  db: WriteDatabase<TasksTables>,
  labelId: string,
  change: (names: string[]) => string[],
  at: number,
): Promise<string[]> {
  const whole = wholeTables(db)
  const tasks = await whole
    .selectFrom('tasks_task_label as l')
    .innerJoin('tasks_task as t', 't.id', 'l.task_id')
    .select(['t.id', 't.labels'])
    .where('l.label_id', '=', labelId)
    .execute()
  for (const labels of new Set(tasks.map((task) => task.labels))) {
    await whole
      .updateTable('tasks_task')
      .set({ labels: JSON.stringify(change(JSON.parse(labels) as string[])), rev: plus('rev', 1), updated_at: at })
      .where('labels', '=', labels)
      .where('id', 'in', (eb) =>
        eb.selectFrom('tasks_task_label').select('tasks_task_label.task_id').where('label_id', '=', labelId),
      )
      .execute()
  }
  return tasks.map(({ id }) => id)
}
