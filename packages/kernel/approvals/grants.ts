import { personOf, type Actor } from '../actor.ts'
import type { Row, Transaction } from '../database/port.ts'

/** What the person allowed for good about one operation. */
export async function grantOf(transaction: Transaction, actor: Actor, operation: string): Promise<Row | undefined> {
  return transaction.get(
    'SELECT at FROM approval_grants WHERE workspace_id = ? AND person_id = ? AND operation = ?',
    actor.workspaceId,
    personOf(actor),
    operation,
  )
}
