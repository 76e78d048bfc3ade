import type { CommandContext } from '#kernel/context.ts'
import { taskLabelChanged, taskUpdated, type TaskLabel } from '../../contract.ts'
import type { TasksTables } from '../database.ts'
import { nameOrder } from '../name-order.ts'
import { recordChange } from '../undo/record-change.ts'
import type { UndoContext } from '../undo/undo-task.ts'
import { rewriteLabels } from './rewrite-labels.ts'
import { findLabels } from './use-labels.ts'

type LabelFields = Pick<TaskLabel, 'name' | 'color'>

/** A label as answers show it. */
export function findLabel(db: UndoContext['db'], id: string): Promise<TaskLabel | undefined> {
  return db.selectFrom('tasks_label').select(['id', 'name', 'color']).where('id', '=', id).executeTakeFirst()
}

/** Whether another label has that name, in whatever letter case. */
export async function isTaken(db: UndoContext['db'], id: string, name: string): Promise<boolean> {
  const folded = nameOrder(name)
  const namesake = (await findLabels(db, [folded])).get(folded)
  return namesake !== undefined && namesake.id !== id
}

/** Gives a label another name, which all its tasks bear from then on, or another colour. The name is free. */
export async function changeLabel(
  { db, emit, now }: Pick<CommandContext<TasksTables>, 'db' | 'emit' | 'now'>,
  before: TaskLabel,
  fields: Partial<LabelFields>,
): Promise<TaskLabel> {
  const { id } = before
  const columns = (Object.keys(fields) as (keyof LabelFields)[]).filter((column) => fields[column] !== before[column])
  if (columns.length === 0) return before
  const after = { ...before, ...fields }
  const changed = { name: after.name, folded: nameOrder(after.name), color: after.color }
  await db.updateTable('tasks_label').set(changed).where('id', '=', id).execute()
  const of = (label: TaskLabel) => Object.fromEntries(columns.map((column) => [column, label[column]]))
  await recordChange(db, 'label', id, of(before), of(after))
  if (columns.includes('name')) {
    const rename = (names: string[]) => names.map((each) => (each === before.name ? after.name : each))
    for (const taskId of await rewriteLabels(db, id, rename, now())) emit(taskUpdated, { id: taskId })
  }
  emit(taskLabelChanged, { id })
  return after
}

/** Puts a label back to what it was, unless somebody has changed it since or another has the name by now. */
export async function undoLabel(
  context: UndoContext,
  id: string,
  before: Partial<LabelFields>,
  after: Partial<LabelFields>,
): Promise<boolean> {
  const label = await findLabel(context.db, id)
  if (!label) return false
  const fields: Partial<LabelFields> = {
    ...(before.color !== undefined && label.color === after.color && { color: before.color }),
    ...(before.name !== undefined &&
      label.name === after.name &&
      !(await isTaken(context.db, id, before.name)) && { name: before.name }),
  }
  return (await changeLabel(context, label, fields)) !== label
}
