import type { TaskStatus } from '../contract.ts'
import { isOpen } from './status.ts'

/** Where a task stands in lists: every task is on exactly one shelf, so that each list walks one index. */
export type Shelf = 'open' | 'closed' | 'trash'

/** Later than any instant: what is due at no time comes last. */
const NEVER = Number.MAX_SAFE_INTEGER

/** The columns that lists are ordered by, derived from what a task says. */
export function listColumns(task: { status: TaskStatus; due_at: number | null; deleted_at: number | null }): {
  shelf: Shelf
  due_order: number
} {
  return { shelf: shelfOf(task), due_order: task.due_at ?? NEVER }
}

function shelfOf({ status, deleted_at }: { status: TaskStatus; deleted_at: number | null }): Shelf {
  if (deleted_at !== null) return 'trash'
  return isOpen(status) ? 'open' : 'closed'
}
