import { deleteTaskLabel, taskLabelChanged, taskUpdated } from '../../contract.ts'
import { command } from '../database.ts'
import { rewriteLabels } from '../labels/rewrite-labels.ts'

export default command(deleteTaskLabel, async ({ db, changed, emit, fail, now }, { id }) => {
  const label = await db
    .selectFrom('tasks_label')
    .select(['id', 'name', 'color'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!label) return fail('label-not-found')

  const { n } = await db
    .selectFrom('tasks_task_label as l')
    .innerJoin('tasks_task as t', 't.id', 'l.task_id')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('l.label_id', '=', id)
    .executeTakeFirstOrThrow()
  const tasks = await rewriteLabels(db, id, (names) => names.filter((name) => name !== label.name), now())
  for (const taskId of tasks) emit(taskUpdated, { id: taskId })
  await db.deleteFrom('tasks_task_label').where('label_id', '=', id).execute()
  await db.deleteFrom('tasks_label').where('id', '=', id).execute()
  emit(taskLabelChanged, { id })
  changed(label, null)
  return { tasks: Number(n) }
})
