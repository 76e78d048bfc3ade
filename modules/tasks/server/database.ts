import { handlersFor } from '#kernel/handlers.ts'
import type { AssigneeRole, Decomposition, TaskKind, TaskStatus } from '../contract.ts'
import type { CapturedTables } from './captured/tables.ts'
import type { FeedTables } from './feeds/tables.ts'
import type { FilterTables } from './filters/tables.ts'
import type { DelegationTables } from './delegation/tables.ts'
import type { RecurrenceTables } from './recurrence/tables.ts'
import type { MergeTables } from './merge/tables.ts'
import type { Shelf } from './shelf.ts'
import type { TimeTables } from './time/tables.ts'
import type { SplittingTables } from './splitting/tables.ts'
import { beginChange } from './undo/record-change.ts'

/** The tables of tasks. The kernel adds `workspace_id` to each. */
export interface TasksTables
  extends
    CapturedTables,
    DelegationTables,
    FeedTables,
    FilterTables,
    MergeTables,
    RecurrenceTables,
    SplittingTables,
    TimeTables {
  tasks_task: {
    id: string
    rev: number
    title: string
    notes: string
    kind: TaskKind
    status: TaskStatus
    /** The open status that a closed task goes back to. */
    open_status: TaskStatus
    priority: number
    start_on: string | null
    due_at: number | null
    deadline_on: string | null
    project_id: string | null
    /** Minutes. */
    estimate_min: number | null
    estimate_max: number | null
    spent_minutes: number
    energy: number | null
    decomposition: Decomposition | null
    owner_id: string | null
    parent_id: string | null
    level: number
    position: number
    /** Names of labels as JSON; `tasks_task_label` finds tasks by them. */
    labels: string
    /** People and their roles as JSON; `tasks_assignee` finds tasks by them. */
    assignees: string
    /** A `TaskRecurrence` as JSON. */
    recurrence: string | null
    blocked: number
    /** Whether a delegation of it is open. */
    delegated: number
    created_at: number
    updated_at: number
    completed_at: number | null
    deleted_at: number | null
    shelf: Shelf
    /** The status of what stands on the board; filters find tasks by it. */
    lane: TaskStatus | null
    /** When each column was changed last, by who changed it, as JSON; null until one was. */
    edited: string | null
    /** `due_at`, or a number after every instant: lists order by it. */
    due_order: number
    /** The word by which tasks like it are found; null of what was made before there was one. */
    title_word: string | null
  }
  tasks_project: {
    id: string
    rev: number
    name: string
    /** The name as lists order it: letter case makes no difference. */
    name_order: string
    color: string | null
    /** What a goal is reached by, in words, and the day it is wanted by. */
    outcome: string | null
    target_on: string | null
    owner_id: string | null
    /** Whose alone it is; null where all members see it. The kernel hides it and its tasks from others. */
    private_to: string | null
    parent_id: string | null
    position: number
    archived: number
    created_at: number
    updated_at: number
  }
  tasks_label: {
    id: string
    name: string
    /** The name as people compare it: letter case makes no difference. */
    folded: string
    color: string | null
    created_at: number
  }
  tasks_task_label: { label_id: string; task_id: string }
  tasks_assignee: { user_id: string; task_id: string; role: AssigneeRole }
  /** `task_id` waits for `on_id`. */
  tasks_dependency: { task_id: string; on_id: string; relation: string; created_at: number }
  /** What a command changed, so that its person can undo it. */
  tasks_change: {
    person_id: string
    change_id: string
    n: number
    operation: string
    kind: string
    record_id: string
    before: string | null
    after: string | null
    undone_at: number | null
  }
}

export type TaskRow = TasksTables['tasks_task']
export type ProjectRow = TasksTables['tasks_project']

const builders = handlersFor<TasksTables>()

export const { query } = builders

/** A command of tasks: what it changes, its person can undo. */
export const command: typeof builders.command = (operation, handle) =>
  builders.command(operation, (context, input) => {
    beginChange(context.db, context.actor, operation.name)
    return handle(context, input)
  })
