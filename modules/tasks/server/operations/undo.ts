import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { undoTaskChange } from '../../contract.ts'
import { command, type TasksTables } from '../database.ts'
import { changeOf } from '../undo/record-change.ts'
import { undoRecord } from '../undo/undo-record.ts'

export default command(undoTaskChange, async (context, { changeId, taskId }) => {
  const { db, actor, changed, fail, now } = context
  const wanted = changeId ?? (await lastChange(db, actor.id, taskId))
  const rows = await db
    .selectFrom('tasks_change')
    .selectAll()
    .where('person_id', '=', actor.id)
    .where('change_id', '=', wanted)
    .where('undone_at', 'is', null)
    .orderBy('n', 'desc')
    .execute()
  if (rows.length === 0) return fail('change-not-found')

  let undone = 0
  const tasks = new Set<string>()
  for (const row of rows) {
    if (!(await undoRecord(context, row))) continue
    undone++
    if (row.kind !== 'project' && row.kind !== 'label') tasks.add(row.record_id)
  }
  await db
    .updateTable('tasks_change')
    .set({ undone_at: now() })
    .where('person_id', '=', actor.id)
    .where('change_id', '=', wanted)
    .execute()
  const { operation } = rows[0]!
  changed({ changeId: wanted, operation }, null)
  return { changeId: changeOf(db), operation, undone, kept: rows.length - undone, taskIds: [...tasks] }
})

/** The last change that is not undone and no undo itself: one undo after another goes further back. */
async function lastChange(db: ReadDatabase<TasksTables>, personId: string, taskId?: string): Promise<string> {
  let select = db
    .selectFrom('tasks_change')
    .select('change_id')
    .where('person_id', '=', personId)
    .where('undone_at', 'is', null)
    .where('operation', '<>', undoTaskChange.name)
  if (taskId) select = select.where('record_id', '=', taskId)
  const row = await select.orderBy('change_id', 'desc').limit(1).executeTakeFirst()
  return row?.change_id ?? ''
}
