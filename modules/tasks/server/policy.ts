import type { TaskRow } from './database.ts'

/** Who sees a task: all members, or the one person whose project it is in. Search keeps these tokens. */
export function audienceOf(workspaceId: string, privateTo: string | null): string[] {
  return [privateTo === null ? `w:${workspaceId}` : `u:${privateTo}`]
}

/** What lies in the trash is restored before it is changed. */
export function mayChange(task: TaskRow): boolean {
  return task.deleted_at === null
}
