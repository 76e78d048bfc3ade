import type { Row, Transaction } from '../database/port.ts'

/** Rows of a table erased a transaction: small enough that nobody waits long. */
const STEP = 200
/** Audit entries looked at a transaction. */
const ENTRIES = 2000

/** Tables whose rows go with their workspace, and what names a row within it. */
const OF_WORKSPACE = {
  links: 'from_kind, from_id, to_kind, to_id, relation',
  idempotency: 'actor_id, operation, key',
  approvals: 'id',
  approval_grants: 'person_id, operation',
}

/** Erases some rows of a workspace in each of the kernel's tables; answers whether there were any. */
export async function eraseRowsOfWorkspace(transaction: Transaction, workspaceId: string): Promise<boolean> {
  let erased = 0
  for (const [table, key] of Object.entries(OF_WORKSPACE)) {
    const { changes } = await transaction.run(
      `DELETE FROM ${table} WHERE workspace_id = ? AND (${key}) IN (SELECT ${key} FROM ${table} WHERE workspace_id = ? LIMIT ?)`,
      workspaceId,
      workspaceId,
      STEP,
    )
    erased += changes
  }
  await transaction.run("DELETE FROM settings WHERE level = 'workspace' AND scope_id = ?", workspaceId)
  await transaction.run(
    `DELETE FROM event_failures WHERE position IN
       (SELECT e.position FROM event_failures f JOIN events e ON e.position = f.position WHERE e.workspace_id = ?)`,
    workspaceId,
  )
  return erased > 0
}

/** Erases jobs of a workspace but for those begun since its end, which erase it, and have not ended themselves. */
export async function eraseJobs(
  transaction: Transaction,
  workspaceId: string,
  deletedAt: number,
): Promise<{ erased: boolean; left: boolean }> {
  const { changes } = await transaction.run(
    `DELETE FROM jobs WHERE id IN (SELECT id FROM jobs WHERE workspace_id = ?
       AND (created_at < ? OR state NOT IN ('queued', 'running')) LIMIT ?)`,
    workspaceId,
    deletedAt,
    STEP,
  )
  const left = await transaction.get('SELECT 1 FROM jobs WHERE workspace_id = ? LIMIT 1', workspaceId)
  return { erased: changes > 0, left: left !== undefined }
}

/**
 * Erases details and salts of audit entries in a workspace, and of those about it in others; the chain holds without
 * them. Walks some entries a time, and answers how far it came.
 */
export async function eraseDetails(
  transaction: Transaction,
  workspaceId: string,
  after: number,
): Promise<{ entry: number; more: boolean }> {
  const row = await transaction.get('SELECT COALESCE(MAX(n), 0) AS last FROM audit')
  const last = Number(row!.last)
  const entry = Math.min(after + ENTRIES, last)
  await transaction.run(
    `DELETE FROM audit_detail WHERE n IN
       (SELECT n FROM audit WHERE n > ? AND n <= ? AND (workspace_id = ? OR subject = ?))`,
    after,
    entry,
    workspaceId,
    workspaceId,
  )
  return { entry, more: entry < last }
}

/** Erases what a person set, allowed and was asked, in every workspace. */
export async function eraseRowsOfPerson(transaction: Transaction, personId: string): Promise<void> {
  await transaction.run("DELETE FROM settings WHERE level = 'person' AND scope_id = ?", personId)
  await transaction.run('DELETE FROM approvals WHERE person_id = ?', personId)
  await transaction.run('DELETE FROM approval_grants WHERE person_id = ?', personId)
}

/** Erases uploads whose files are gone, and answers those whose files go next. */
export async function eraseUploads(
  transaction: Transaction,
  column: 'workspace_id' | 'owner_id',
  value: string,
  forgotten: readonly string[],
): Promise<string[]> {
  if (forgotten.length > 0) {
    await transaction.run(
      `DELETE FROM uploads WHERE ${column} = ? AND id IN (${marks(forgotten)})`,
      value,
      ...forgotten,
    )
  }
  const rows: Row[] = await transaction.all(
    `SELECT id FROM uploads WHERE ${column} = ? ORDER BY id LIMIT ?`,
    value,
    STEP,
  )
  return rows.map(({ id }) => String(id))
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')
