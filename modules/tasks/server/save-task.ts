import { prepared, slotsOf, type Compilable } from '#kernel/database/prepared.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { timeOfId, uuidv7 } from '#base/ids.ts'
import type { TaskRow, TasksTables } from './database.ts'
import { indexLabels } from './labels/index-labels.ts'
import { indexAssignees } from './people/index-assignees.ts'
import { followDates } from './reminders/follow-dates.ts'
import { recordChange } from './undo/record-change.ts'
import { editedAfter } from './merge/edit-times.ts'
import { listColumns } from './shelf.ts'

/** What a task says by itself; ids, revisions and the order in lists follow from it. */
export type TaskFields = Omit<
  TaskRow,
  'id' | 'rev' | 'created_at' | 'updated_at' | 'edited' | 'shelf' | 'lane' | 'due_order' | 'title_word'
>

const BLANK: Omit<TaskFields, 'title'> = {
  notes: '',
  kind: 'task',
  status: 'inbox',
  open_status: 'inbox',
  priority: 0,
  start_on: null,
  due_at: null,
  deadline_on: null,
  estimate_min: null,
  estimate_max: null,
  spent_minutes: 0,
  energy: null,
  decomposition: null,
  project_id: null,
  owner_id: null,
  parent_id: null,
  level: 4,
  position: 0,
  labels: '[]',
  assignees: '[]',
  recurrence: null,
  blocked: 0,
  delegated: 0,
  completed_at: null,
  deleted_at: null,
}

/** Stores a new task; what is not said is blank. Made elsewhere, it comes with its id, which says when that was. */
export async function insertTask(
  db: WriteDatabase<TasksTables>,
  fields: Partial<TaskFields> & { title: string },
  at: number,
  named?: string,
): Promise<TaskRow> {
  const task = { ...BLANK, ...fields }
  const row: TaskRow = {
    ...task,
    open_status: task.status,
    ...listColumns(task),
    id: named ?? uuidv7(),
    rev: 1,
    created_at: named === undefined ? at : Math.min(at, timeOfId(named)),
    updated_at: at,
    edited: null,
  }
  const insert = () => db.insertInto('tasks_task').values(slotsOf(row))
  if (named === undefined) await prepared(db, 'insert task', insert, { ...row })
  else
    await insertNamed(
      db,
      () =>
        insert()
          .onConflict((conflict) => conflict.doNothing())
          .returning('id'),
      row,
    )
  await indexTask(db, row.id, { labels: '[]', assignees: '[]' }, row)
  await recordChange(db, 'task', row.id, null, { title: row.title })
  return row
}

/** The id that a task was to have is another's. */
export class IdTakenError extends Error {}

// A statement that fails would end the transaction on PostgreSQL.
async function insertNamed(db: WriteDatabase<TasksTables>, insert: () => Compilable, row: TaskRow): Promise<void> {
  const rows = await prepared(db, 'insert named task', insert, { ...row })
  if (rows.length === 0) throw new IdTakenError('The id of a new task is taken')
}

/** Stores a change as the task's next revision; `madeAt` is when it was made, where that was before. */
export async function saveTask(
  db: WriteDatabase<TasksTables>,
  task: TaskRow,
  changes: Partial<TaskFields>,
  at: number,
  madeAt: number = at,
): Promise<TaskRow> {
  const changed = { ...task, ...changes }
  const edited = editedAfter(task.edited, changes, madeAt)
  const row: TaskRow = { ...changed, ...listColumns(changed), rev: task.rev + 1, updated_at: at, edited }
  await db
    .updateTable('tasks_task')
    .set({ ...changes, ...listColumns(changed), rev: row.rev, updated_at: at, edited })
    .where('id', '=', task.id)
    .execute()
  await indexTask(db, row.id, task, row)
  await followDates(db, task, row)
  await recordChange(db, 'task', row.id, columnsOf(task, changes), changes)
  return row
}

/** What a change replaces. */
function columnsOf(task: TaskRow, changes: Partial<TaskFields>): Partial<TaskFields> {
  return Object.fromEntries(Object.keys(changes).map((column) => [column, task[column as keyof TaskRow]]))
}

type Indexed = Pick<TaskRow, 'labels' | 'assignees'>

/** What other tables find tasks by follows the row. */
async function indexTask(db: WriteDatabase<TasksTables>, id: string, before: Indexed, after: Indexed): Promise<void> {
  await indexLabels(db, id, before.labels, after.labels)
  await indexAssignees(db, id, before.assignees, after.assignees)
}
