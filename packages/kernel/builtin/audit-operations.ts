import { toInstant } from '#base/time.ts'
import type { Row, Value } from '../database/port.ts'
import { Failure } from '../failure.ts'
import { handlersFor, type OperationHandler } from '../handlers.ts'
import { readCursor, toPage } from '../lists/page.ts'
import { transactionOf } from '../pipeline/open-context.ts'
import type { Services } from '../services.ts'
import { listAudit } from './contract.ts'

const { query } = handlersFor<never>()

/** The audit trail of a workspace. */
export function auditOperations(services: () => Services): OperationHandler[] {
  const list = query(listAudit, async (context, { cursor, limit, operation, subject }) => {
    const after = readCursor(cursor, ['number'])
    if (after instanceof Failure) return after
    const conditions: [string, Value][] = [['a.workspace_id = ?', context.actor.workspaceId]]
    if (after) conditions.push(['a.n < ?', after[0]!])
    if (operation) conditions.push(['a.operation = ?', operation])
    if (subject) conditions.push(['a.subject = ?', subject])
    const rows = await transactionOf(context).all(
      `SELECT a.*, d.before, d.after FROM audit a LEFT JOIN audit_detail d ON d.n = a.n
       WHERE ${conditions.map(([sql]) => sql).join(' AND ')} ORDER BY a.n DESC LIMIT ?`,
      ...conditions.map(([, value]) => value),
      limit + 1,
    )
    return toPage(rows, limit, toEntry, (row) => [Number(row.n)])
  })
  // Whoever has just been answered finds it here.
  return [{ ...list, before: () => services().sealer.sealed() }]
}

function toEntry(row: Row) {
  return {
    n: Number(row.n),
    at: toInstant(Number(row.at)),
    actorId: String(row.actor_id),
    surface: String(row.surface),
    operation: String(row.operation),
    outcome: String(row.outcome),
    subject: row.subject as string | null,
    requestId: String(row.request_id),
    before: parseOrNull(row.before),
    after: parseOrNull(row.after),
  }
}

function parseOrNull(text: unknown): unknown {
  return typeof text === 'string' ? JSON.parse(text) : null
}
