import { setField, taskUpdated } from '../../contract.ts'
import { findField, findValue, storeValue, toCustomField } from '../custom-fields/store.ts'
import { toColumns } from '../custom-fields/values.ts'
import { command } from '../database.ts'
import { canBeAsked } from '../delegation/delegatees.ts'
import { findChangeable } from '../find-task.ts'
import { changeOf } from '../undo/record-change.ts'

export default command(setField, async ({ db, ask, changed, emit, fail }, { taskId, fieldId, value }) => {
  const task = await findChangeable(db, taskId)
  if (!task) return fail('task-not-found')
  const field = await findField(db, fieldId)
  if (!field || field.archived === 1) return fail('field-not-found')
  const columns = value === null ? null : toColumns(field, value)
  if (value !== null && columns === null) return fail('bad-value')
  if (field.kind === 'person' && columns && !(await canBeAsked(ask, columns.text_value!))) return fail('bad-value')

  const before = await findValue(db, fieldId, taskId)
  const after = columns && { field_id: fieldId, task_id: taskId, ...columns }
  if (before === null && after === null) return toCustomField(field, null)
  await storeValue(db, before, after)
  emit(taskUpdated, { id: taskId })
  changed(toCustomField(field, before), toCustomField(field, after))
  return { ...toCustomField(field, after), changeId: changeOf(db) }
})
