import { toInstant, toInstantOrNull } from '#base/time.ts'
import { personOf, type Actor } from '../actor.ts'
import type { Approval } from '../builtin/approval-contract.ts'
import type { Row, Transaction } from '../database/port.ts'
import type { Registry } from '../registry.ts'

/** Whoever took a request and has not said how it ended after so long has died on the way; another may take it. */
const TAKEN_MILLISECONDS = 60_000
const KEEP_MILLISECONDS = 30 * 24 * 60 * 60 * 1000

/** One request of the person the actor is or works for. */
export async function findApproval(transaction: Transaction, actor: Actor, id: string): Promise<Row | undefined> {
  return transaction.get(
    'SELECT * FROM approvals WHERE id = ? AND workspace_id = ? AND person_id = ?',
    id,
    actor.workspaceId,
    personOf(actor),
  )
}

/** The same question, asked already and still open. */
export async function findOpenApproval(
  transaction: Transaction,
  actor: Actor,
  digest: string,
  now: number,
): Promise<Row | undefined> {
  return transaction.get(
    `SELECT * FROM approvals WHERE workspace_id = ? AND person_id = ? AND digest = ?
       AND state IN ('waiting', 'allowed', 'running') AND expires_at > ? ORDER BY id DESC LIMIT 1`,
    actor.workspaceId,
    personOf(actor),
    digest,
    now,
  )
}

/** Questions the person has still to answer. */
export async function countWaiting(transaction: Transaction, actor: Actor, now: number): Promise<number> {
  const row = await transaction.get(
    "SELECT COUNT(*) AS n FROM approvals WHERE workspace_id = ? AND person_id = ? AND state = 'waiting' AND expires_at > ?",
    actor.workspaceId,
    personOf(actor),
    now,
  )
  return Number(row!.n)
}

/** Keeps the person's answer; false when there is nothing to answer any more. */
export async function decide(
  transaction: Transaction,
  actor: Actor,
  { id, allow }: { id: string; allow: boolean },
  now: number,
): Promise<boolean> {
  const { changes } = await transaction.run(
    `UPDATE approvals SET state = ?, decided_at = ? WHERE id = ? AND workspace_id = ? AND person_id = ?
       AND state = 'waiting' AND expires_at > ?`,
    allow ? 'allowed' : 'denied',
    now,
    id,
    actor.workspaceId,
    personOf(actor),
    now,
  )
  return changes === 1
}

/** Gives an allowed request to one caller; true once. */
export async function take(transaction: Transaction, actor: Actor, id: string, now: number): Promise<boolean> {
  const { changes } = await transaction.run(
    `UPDATE approvals SET state = 'running', taken_at = ? WHERE id = ? AND workspace_id = ? AND person_id = ?
       AND expires_at > ? AND (state = 'allowed' OR (state = 'running' AND taken_at <= ?))`,
    now,
    id,
    actor.workspaceId,
    personOf(actor),
    now,
    now - TAKEN_MILLISECONDS,
  )
  return changes === 1
}

/** Forgets some requests that are too old to matter: more than one question makes, so that the table shrinks. */
export async function forgetApprovals(transaction: Transaction, now: number): Promise<void> {
  await transaction.run(
    'DELETE FROM approvals WHERE id IN (SELECT id FROM approvals WHERE created_at < ? ORDER BY created_at LIMIT 20)',
    now - KEEP_MILLISECONDS,
  )
}

/** A row as the API shows it. */
export function toApproval(row: Row, registry: Registry, now: number): Approval {
  const operation = registry.operations.get(String(row.operation))?.operation
  return {
    id: String(row.id),
    state: stateOf(row, now),
    operation: String(row.operation),
    summary: operation?.summary ?? String(row.operation),
    input: JSON.parse(String(row.input)),
    client: String(row.client),
    mayRemember: operation?.agent.confirm === 'ask',
    requestedAt: toInstant(Number(row.created_at)),
    expiresAt: toInstant(Number(row.expires_at)),
    decidedAt: toInstantOrNull(row.decided_at === null ? null : Number(row.decided_at)),
    problem: row.problem as string | null,
  }
}

/** What nobody answered, or nobody came back for, lapses by itself. */
function stateOf(row: Row, now: number): Approval['state'] {
  const state = row.state as Approval['state']
  const open = state === 'waiting' || state === 'allowed'
  return open && Number(row.expires_at) <= now ? 'expired' : state
}
