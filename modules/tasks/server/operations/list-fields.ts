import { listFields } from '../../contract.ts'
import { allFields, toCustomField } from '../custom-fields/store.ts'
import { query } from '../database.ts'
import { findTask } from '../find-task.ts'

export default query(listFields, async ({ db, fail }, { taskId, archived }) => {
  if (taskId !== undefined && !(await findTask(db, taskId))) return fail('task-not-found')
  const fields = await allFields(db)
  const values =
    taskId === undefined
      ? []
      : await db.selectFrom('tasks_field_value').selectAll().where('task_id', '=', taskId).execute()
  const byField = new Map(values.map((value) => [value.field_id, value]))
  const shown = archived ? fields : fields.filter((field) => field.archived === 0)
  return { items: shown.map((field) => toCustomField(field, byField.get(field.id) ?? null)) }
})
