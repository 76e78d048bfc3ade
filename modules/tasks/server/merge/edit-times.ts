import type { TaskRow } from '../database.ts'
import type { TaskFields } from '../save-task.ts'

/** The columns whose changes have a time of their own; the rest follows from them. */
const TIMED = [
  'title',
  'notes',
  'status',
  'priority',
  'start_on',
  'due_at',
  'deadline_on',
  'estimate_min',
  'estimate_max',
  'spent_minutes',
  'energy',
  'project_id',
  'labels',
  'owner_id',
  'assignees',
  'kind',
  'deleted_at',
] as const satisfies (keyof TaskFields)[]

type Timed = (typeof TIMED)[number]
type EditTimes = Partial<Record<Timed, number>>

/** The column `edited` after some columns changed. A time never goes back: what came after saw what was before. */
export function editedAfter(edited: string | null, changes: Partial<TaskFields>, at: number): string | null {
  const columns = TIMED.filter((column) => changes[column] !== undefined)
  if (columns.length === 0) return edited
  const times = timesOf(edited)
  for (const column of columns) times[column] = Math.max(times[column] ?? 0, at)
  return JSON.stringify(times)
}

/** When the last of some columns was changed; when the task was made, where none was. */
export function editedAt(task: Pick<TaskRow, 'edited' | 'created_at'>, columns: readonly string[]): number {
  const times: Record<string, number | undefined> = timesOf(task.edited)
  return Math.max(task.created_at, ...columns.map((column) => times[column] ?? 0))
}

/** When a task went to the trash, by who put it there; with another above it, that is when that one did. */
export function trashedAt(task: Pick<TaskRow, 'edited' | 'deleted_at'>): number {
  return timesOf(task.edited).deleted_at ?? task.deleted_at ?? 0
}

/** When anything of it was changed last. */
export function lastEdit(task: Pick<TaskRow, 'edited' | 'created_at'>): number {
  return Math.max(task.created_at, ...Object.values(timesOf(task.edited)))
}

const timesOf = (edited: string | null): EditTimes => (edited === null ? {} : (JSON.parse(edited) as EditTimes))
