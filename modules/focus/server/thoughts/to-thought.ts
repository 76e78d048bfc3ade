import { toInstant } from '#base/time.ts'
import type { Thought } from '../../contract.ts'
import type { ThoughtRow } from '../database.ts'

/** A row of thoughts as the API shows it. */
export function toThought(row: ThoughtRow): Thought {
  return {
    id: row.id,
    text: row.text,
    state: row.state,
    taskId: row.task_id,
    sessionId: row.session_id,
    parkedAt: toInstant(row.parked_at),
  }
}
