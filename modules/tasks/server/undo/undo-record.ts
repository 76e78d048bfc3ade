import { projectChanged, taskUpdated, type Relation } from '../../contract.ts'
import type { TasksTables } from '../database.ts'
import { refreshBlocked } from '../dependencies/refresh-blocked.ts'
import { undoAttachment } from '../attachments/store.ts'
import { undoComment } from '../comments/store.ts'
import { undoChamps } from '../champs/store.ts'
import { undoValue } from '../custom-fields/store.ts'
import { undoDelegation } from '../delegation/undo-delegation.ts'
import { findProject } from '../find-project.ts'
import { undoLabel } from '../labels/change-label.ts'
import { tellTasks } from '../projects/tell-tasks.ts'
import { undoOccurrence } from '../recurrence/undo-occurrence.ts'
import { undoTime } from '../time/undo-time.ts'
import { undoTemplate } from '../templates/undo-template.ts'
import { recordChange, type ChangeKind } from './record-change.ts'
import { undoTask, type UndoContext } from './undo-task.ts'

type ChangeRow = TasksTables['tasks_change']

/** Puts one record back; false where it stays as it is. */
export function undoRecord(context: UndoContext, row: ChangeRow): Promise<boolean> {
  const before = row.before === null ? null : JSON.parse(row.before)
  const after = row.after === null ? null : JSON.parse(row.after)
  return UNDO[row.kind as ChangeKind](context, row.record_id, before, after)
}

type Undo = (context: UndoContext, id: string, before: any, after: any) => Promise<boolean>

const UNDO: Record<ChangeKind, Undo> = {
  task: undoTask,
  project: undoProject,
  label: undoLabel,
  dependency: undoDependency,
  occurrence: undoOccurrence,
  delegation: undoDelegation,
  comment: undoComment,
  attachment: undoAttachment,
  'field-value': undoValue,
  time: undoTime,
  template: undoTemplate,
  champs: undoChamps,
}

/** A project that was made is put away: there may be tasks in it by now. */
async function undoProject(
  { db, emit, now }: UndoContext,
  id: string,
  before: Record<string, unknown> | null,
  after: Record<string, unknown>,
): Promise<boolean> {
  const project = await findProject(db, id)
  if (!project) return false
  const wanted: Record<string, unknown> = before ?? { archived: 1 }
  const columns = Object.keys(wanted).filter((column) => before === null || project[column as 'name'] === after[column])
  const changes = Object.fromEntries(columns.map((column) => [column, wanted[column]]))
  if (columns.length === 0) return false
  await db
    .updateTable('tasks_project')
    .set({ ...changes, rev: project.rev + 1, updated_at: now() })
    .where('id', '=', id)
    .execute()
  const replaced = Object.fromEntries(columns.map((column) => [column, project[column as 'name']]))
  await recordChange(db, 'project', id, replaced, changes)
  emit(projectChanged, { id })
  if ('private_to' in changes) await tellTasks({ db, emit }, id)
  return true
}

interface Edge {
  onId: string
  relation: Relation | null
}

async function undoDependency(context: UndoContext, id: string, before: Edge, after: Edge): Promise<boolean> {
  const { db, emit, now } = context
  const { onId, relation } = before
  const edge = () => db.deleteFrom('tasks_dependency').where('task_id', '=', id).where('on_id', '=', onId)
  const { numDeletedRows } = await edge().executeTakeFirstOrThrow()
  if (numDeletedRows === 0n && after.relation !== null) return false
  if (relation !== null)
    await db.insertInto('tasks_dependency').values({ task_id: id, on_id: onId, relation, created_at: now() }).execute()
  await recordChange(db, 'dependency', id, after, before)
  await refreshBlocked(context, id)
  emit(taskUpdated, { id })
  return true
}
