import { Failure } from '#kernel/failure.ts'
import { getCapture } from '#modules/capture/contract.ts'
import { captureHabitsDropped, captureTakenBack, projectChanged, undoCapture } from '../../contract.ts'
import { command } from '../database.ts'
import { findProject } from '../find-project.ts'
import { findTask } from '../find-task.ts'
import { trashTask } from '../trash-task.ts'
import { recordChange } from '../undo/record-change.ts'

export default command(undoCapture, async (context, { id, itemIds }) => {
  const { db, ask, emit, fail, now } = context
  const capture = await ask(getCapture, { id })
  if (capture instanceof Failure) return fail('capture-not-found')
  const rows = await db.selectFrom('tasks_captured').selectAll().where('capture_id', '=', id).execute()
  const isMeant = (itemId: string) => itemIds === undefined || itemIds.includes(itemId)
  const wanted = rows.filter((row) => isMeant(row.item_id))
  const accepted = capture.items.filter((item) => item.accepted && isMeant(item.id))
  const notes = accepted.filter(({ kind }) => kind === 'note').map((note) => note.id)
  const asked = wanted.filter(({ kind }) => kind === 'habit').map((row) => row.item_id)
  const habits = [...new Set([...asked, ...accepted.filter(({ kind }) => kind === 'habit').map((habit) => habit.id)])]
  const records = wanted.filter(({ kind }) => kind !== 'habit')
  const items = [...records.map((row) => row.item_id), ...notes]
  if (items.length + habits.length === 0) return fail('nothing-accepted')

  for (const { kind, record_id } of records) await (kind === 'goal' ? putAway(record_id) : throwAway(record_id))
  // Without its row the piece may become a record again.
  for (const { item_id } of wanted) await db.deleteFrom('tasks_captured').where('item_id', '=', item_id).execute()
  if (items.length > 0) emit(captureTakenBack, { id, items })
  if (habits.length > 0) emit(captureHabitsDropped, { id, items: habits })
  return { undone: items.length + habits.length }

  async function throwAway(taskId: string): Promise<void> {
    const task = await findTask(db, taskId)
    if (task && task.deleted_at === null) await trashTask(context, task)
  }

  /** There may be tasks in the project by now: it is archived. */
  async function putAway(projectId: string): Promise<void> {
    const project = await findProject(db, projectId)
    if (!project || project.archived === 1) return
    const changes = { archived: 1, rev: project.rev + 1, updated_at: now() }
    await db.updateTable('tasks_project').set(changes).where('id', '=', projectId).execute()
    await recordChange(db, 'project', projectId, { archived: 0 }, { archived: 1 })
    emit(projectChanged, { id: projectId })
  }
})
