import type { Relation, TaskStatus } from '../../contract.ts'

/**
 * Whether a task of this status holds up the start of one that waits for it. What has ended or lies in the trash holds
 * up nothing. Relations to the finish of the one that waits (RFC 9253, 5) let it start.
 */
export function holds(relation: Relation, on: { status: TaskStatus; deleted_at: number | null }): boolean {
  if (on.deleted_at !== null || on.status === 'done' || on.status === 'dropped') return false
  if (relation === 'start-to-start') return on.status !== 'doing'
  return relation === 'finish-to-start' || relation === 'depends-on'
}
