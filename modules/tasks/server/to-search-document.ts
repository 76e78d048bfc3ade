import { SearchFlag, type SearchDocument } from '#modules/search/contract.ts'
import type { TaskRow } from './database.ts'
import { nameOrder } from './name-order.ts'
import { audienceOf } from './policy.ts'

/** A row of tasks as search keeps it. */
export function toSearchDocument(
  row: TaskRow,
  workspaceId: string,
  textToo: boolean,
  hasSteps: boolean,
  privateTo: string | null = null,
): SearchDocument {
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
    keywords: keywordsOf(row, hasSteps),
    labels: (JSON.parse(row.labels) as string[]).map(nameOrder),
    size: byteLength(row.title) + byteLength(row.notes),
    flags: done | trash,
    due: row.due_at,
    audience: audienceOf(workspaceId, privateTo),
  }
}

function keywordsOf({ status, priority, energy, project_id, blocked }: TaskRow, hasSteps: boolean): string[] {
  const more = [
    project_id !== null && `project:${project_id}`,
    energy !== null && `energy:${energy}`,
    blocked === 1 && 'is:blocked',
    hasSteps && 'has:steps',
  ]
  return ['type:task', `status:${status}`, `priority:${priority}`, ...more.filter((keyword) => keyword !== false)]
}

function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8')
}
