import { fromInstant, toInstant } from '#base/time.ts'
import { taskUpdated, type TaskValues } from '../../contract.ts'
import { changeTask, type ChangeContext } from '../change-task.ts'
import { changesOf } from '../changes-of.ts'
import type { TaskRow } from '../database.ts'
import { useLabels } from '../labels/use-labels.ts'
import { moveTo } from '../move-task.ts'
import { assigneesText } from '../people/are-members.ts'
import { saveTask } from '../save-task.ts'
import { toTask } from '../to-task.ts'
import { trashTask } from '../trash-task.ts'
import { untrashTask } from '../untrash-task.ts'
import { editedAt, lastEdit, trashedAt } from './edit-times.ts'
import { GROUPS, mergeValues, type EarlierChange, type Field, type Lost } from './merge-values.ts'

const COLUMNS: Partial<Record<Field, string>> = {
  startOn: 'start_on',
  dueAt: 'due_at',
  deadlineOn: 'deadline_on',
  estimateMin: 'estimate_min',
  estimateMax: 'estimate_max',
  spentMinutes: 'spent_minutes',
  projectId: 'project_id',
  ownerId: 'owner_id',
}

/** Makes a change to a task that may have changed since; answers it as it is then, and what lost its place. */
export async function makeChange(
  context: ChangeContext,
  task: TaskRow,
  change: EarlierChange,
): Promise<{ saved: TaskRow; lost: Lost[] }> {
  const wanted = canonical(change.wanted)
  const edits = mergeValues(valuesOf(task), (fields) => editedAt(task, fields.map(columnOf)), {
    ...change,
    wanted,
    base: canonical(change.base),
  })
  const place = placeAfter(task, change)
  const lost = [...edits.lost, ...place.lost]
  let saved = place.trashed || task.deleted_at === null ? task : await untrashTask(context, task)
  saved = await edit(context, saved, edits.patch, change.madeAt)
  if (place.trashed && saved.deleted_at === null) saved = await trashTask(context, saved, change.madeAt)
  return { saved, lost }
}

/**
 * Whether a task lies in the trash after a change, and what lost by that: it lies there where putting it there was the
 * last thing that anybody did with it, so that nobody's edit goes with somebody's earlier tidying.
 */
function placeAfter(task: TaskRow, { wanted, base, madeAt }: EarlierChange): { trashed: boolean; lost: Lost[] } {
  const is = task.deleted_at !== null
  const edits = Object.keys(wanted).some((field) => field !== 'trashed' && wanted[field as Field] !== undefined)
  const goneAt = trashedAt(task)
  if (wanted.trashed === undefined) {
    // Whoever knew that it lies there changes it there.
    if (!is || !edits || base.trashed === true || madeAt < goneAt) return { trashed: is, lost: [] }
    return { trashed: false, lost: [{ values: { trashed: true }, madeAt: goneAt }] }
  }
  if (wanted.trashed === is) return { trashed: is, lost: [] }
  const last = is ? goneAt : lastEdit(task)
  const knew = base.trashed === is && (is || madeAt >= last)
  if (knew || madeAt >= last) return { trashed: wanted.trashed, lost: [] }
  return { trashed: is, lost: [{ values: { trashed: wanted.trashed }, madeAt }] }
}

async function edit(context: ChangeContext, task: TaskRow, patch: TaskValues, madeAt: number): Promise<TaskRow> {
  const { db, emit, now } = context
  const fields = changesOf(task, {
    ...patch,
    labels: patch.labels && (await useLabels(db, patch.labels, now())),
    assignees: patch.assignees && assigneesText(patch.assignees),
  })
  if (task.deleted_at === null) return changeTask(context, task, fields, patch.status, madeAt)
  // In the trash nothing begins or ends for others.
  const moves = patch.status === undefined ? {} : moveTo(task, patch.status, madeAt)
  if (Object.keys({ ...fields, ...moves }).length === 0) return task
  const saved = await saveTask(db, task, { ...fields, ...moves }, now(), madeAt)
  emit(taskUpdated, { id: task.id })
  return saved
}

const columnOf = (field: Field): string => COLUMNS[field] ?? field

/** What a task says, in the words that changes are made in. */
function valuesOf(row: TaskRow): TaskValues {
  const task = toTask(row)
  return Object.fromEntries(GROUPS.flat().map((field) => [field, task[field]]))
}

/** An instant is one however it is written. */
function canonical(values: TaskValues): TaskValues {
  return values.dueAt ? { ...values, dueAt: toInstant(fromInstant(values.dueAt)) } : values
}
