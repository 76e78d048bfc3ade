import { taskLabelChanged, taskUpdated, updateTaskLabel } from '../../contract.ts'
import { command } from '../database.ts'
import { rewriteLabels } from '../labels/rewrite-labels.ts'
import { findLabels } from '../labels/use-labels.ts'
import { nameOrder } from '../name-order.ts'

export default command(updateTaskLabel, async ({ db, changed, emit, fail, now }, { id, name, color }) => {
  const before = await db.selectFrom('tasks_label').selectAll().where('id', '=', id).executeTakeFirst()
  if (!before) return fail('label-not-found')
  const after = { id, name: name ?? before.name, color: color === undefined ? before.color : color }
  const folded = nameOrder(after.name)
  const namesake = (await findLabels(db, [folded])).get(folded)
  if (namesake && namesake.id !== id) return fail('already-a-label')

  await db
    .updateTable('tasks_label')
    .set({ name: after.name, folded, color: after.color })
    .where('id', '=', id)
    .execute()
  if (after.name !== before.name) {
    const rename = (names: string[]) => names.map((each) => (each === before.name ? after.name : each))
    for (const taskId of await rewriteLabels(db, id, rename, now())) emit(taskUpdated, { id: taskId })
  }
  emit(taskLabelChanged, { id })
  changed({ id, name: before.name, color: before.color }, after)
  return after
})
