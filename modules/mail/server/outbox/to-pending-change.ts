import { toInstant } from '#base/time.ts'
import type { PendingChange } from '../../contract.ts'
import type { OutboxRow } from '../database.ts'
import { aspectsOf, type MessageChange } from './change.ts'

/** A row of the outbox as the API shows it. */
export function toPendingChange(row: OutboxRow): PendingChange {
  return {
    id: row.id,
    connectionId: row.connection_id,
    messageId: row.message_id,
    kind: row.kind as PendingChange['kind'],
    aspects: row.kind === 'change' ? aspectsOf(JSON.parse(row.change) as MessageChange) : [],
    state: row.state as PendingChange['state'],
    attempts: row.attempts,
    problem: row.problem === null ? null : (JSON.parse(row.problem) as PendingChange['problem']),
    at: toInstant(row.at),
  }
}
