import { SearchFlag, type SearchDocument } from '#modules/search/contract.ts'
import type { TaskRow } from './database.ts'
import { audienceOf } from './policy.ts'

/** A row of tasks as search keeps it. */
export function toSearchDocument(row: TaskRow, workspaceId: string, textToo: boolean): SearchDocument {
  const done = row.status === 'done' ? SearchFlag.done : 0
  const trash = row.deleted_at === null ? 0 : SearchFlag.trash
  return {
    id: row.id,
    parentId: null,
    date: row.created_at,
    title: row.title,
    people: '',
    from: '',
    to: '',
    files: '',
    body: textToo ? row.notes : '',
    keywords: keywordsOf(row),
    labels: [],
    size: byteLength(row.title) + byteLength(row.notes),
    flags: done | trash,
    due: row.due_at,
    audience: audienceOf(workspaceId),
  }
}

function keywordsOf({ status, priority, project_id }: TaskRow): string[] {
  const project = project_id === null ? [] : [`project:${project_id}`]
  return ['type:task', `status:${status}`, `priority:${priority}`, ...project]
}

function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8')
}
