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
export async function eraseDetails(transaction: Transaction, workspaceId: string, after: number): Promise<Walked> {
  return forgetWhere(transaction, after, ['workspace_id = ? OR subject = ?', workspaceId, workspaceId])
}

/** The same for what a person did, in another's place too, what was done in theirs, and what was done to them. */
export async function eraseDetailsOfPerson(transaction: Transaction, id: string, after: number): Promise<Walked> {
  const theirs = 'actor_id = ? OR actor_id LIKE ? OR actor_id LIKE ? OR subject = ?'
  return forgetWhere(transaction, after, [theirs, id, `${id} as %`, `% as ${id}`, id])
}

/** How far the audit was walked, and whether more of it follows. */
interface Walked {
  entry: number
  more: boolean
}

async function forgetWhere(
  transaction: Transaction,
  after: number,
  [condition, ...values]: [string, ...string[]],
): Promise<Walked> {
  const row = await transaction.get('SELECT COALESCE(MAX(n), 0) AS last FROM audit')
  const last = Number(row!.last)
  const entry = Math.min(after + ENTRIES, last)
  await transaction.run(
    `DELETE FROM audit_detail WHERE n IN (SELECT n FROM audit WHERE n > ? AND n <= ? AND (${condition}))`,
    after,
    entry,
    ...values,
  )
  return { entry, more: entry < last }
}

/**
 * Erases details of what was said of some records of a workspace, and of what a person did with several records of a
 * module at once, which names none of them.
 */
export async function eraseDetailsOf(
  transaction: Transaction,
  { workspaceId, personId, module }: { workspaceId: string; personId: string; module: string },
  subjects: readonly string[],
): Promise<void> {
  for (let at = 0; at < subjects.length; at += STEP) {
    const some = subjects.slice(at, at + STEP)
    await transaction.run(
      `DELETE FROM audit_detail WHERE n IN (SELECT n FROM audit WHERE workspace_id = ? AND subject IN (${marks(some)}))`,
      workspaceId,
      ...some,
    )
  }
  await transaction.run(
    `DELETE FROM audit_detail WHERE n IN
       (SELECT n FROM audit WHERE workspace_id = ? AND subject IS NULL AND actor_id = ? AND operation LIKE ?)`,
    workspaceId,
    personId,
    `${module}.%`,
  )
}

/** Erases what a person set, allowed, was asked and was answered, in every workspace. */
export async function eraseRowsOfPerson(transaction: Transaction, personId: string): Promise<void> {
  await transaction.run('DELETE FROM idempotency WHERE actor_id = ?', personId)
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
