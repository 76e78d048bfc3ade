import { handlersFor } from '#kernel/handlers.ts'
import type { TaskStatus } from '../contract.ts'
import type { Shelf } from './shelf.ts'

/** The tables of tasks. The kernel adds `workspace_id` to each. */
export interface TasksTables {
  tasks_task: {
    id: string
    rev: number
    title: string
    notes: string
    status: TaskStatus
    /** The open status that a closed task goes back to. */
    open_status: TaskStatus
    priority: number
    start_on: string | null
    due_at: number | null
    deadline_on: string | null
    project_id: string | null
    created_at: number
    updated_at: number
    completed_at: number | null
    deleted_at: number | null
    shelf: Shelf
    /** `due_at`, or a number after every instant: lists order by it. */
    due_order: number
  }
  tasks_project: {
    id: string
    rev: number
    name: string
    /** The name as lists order it: letter case makes no difference. */
    name_order: string
    color: string | null
    archived: number
    created_at: number
    updated_at: number
  }
}

export type TaskRow = TasksTables['tasks_task']
export type ProjectRow = TasksTables['tasks_project']

export const { command, query } = handlersFor<TasksTables>()
