import type { TaskRow } from './database.ts'

/** Who sees the tasks of a workspace: all its members. Search keeps these tokens. */
export function audienceOf(workspaceId: string): string[] {
  return [`w:${workspaceId}`]
}

/** What lies in the trash is restored before it is changed. */
export function mayChange(task: TaskRow): boolean {
  return task.deleted_at === null
}
