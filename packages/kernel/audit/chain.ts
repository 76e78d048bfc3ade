import { hash } from 'node:crypto'
import { getRandomValues } from '#base/random.ts'
import type { Transaction } from '../database/port.ts'

/** What an entry says; the digests are the chain's own. */
export interface AuditRecord {
  workspaceId: string
  actorId: string
  surface: string
  operation: string
  /** `ok`, or the code of a refusal. */
  outcome: string
  subject: string | null
  at: number
  requestId: string
  before: unknown
  after: unknown
}

/** The digest before the first entry. */
export const GENESIS = '0'.repeat(64)

/**
 * Appends an entry, in the transaction of what it tells about. On SQLite it joins the hash chain at once; on PostgreSQL
 * commits have no order until the sealer gives them one.
 * Details and their salt lie beside it, so that they can be erased while the chain still verifies.
 */
export async function appendAudit(transaction: Transaction, record: AuditRecord): Promise<void> {
  const salt = Buffer.from(getRandomValues(16)).toString('hex')
  const before = detailJson(record.before)
  const after = detailJson(record.after)
  const detail = detailDigest(salt, before, after)
  if (transaction.dialect === 'postgres') return leaveUnsealed(transaction, record, { salt, before, after, detail })
  const last = await lastEntry(transaction)
  const n = last.n + 1
  const previous = last.digest
  const digest = entryDigest({ ...record, n, previous, detailDigest: detail })
  await transaction.run(
    `INSERT INTO audit (n, workspace_id, actor_id, surface, operation, outcome, subject, at, request_id, detail_digest, digest, previous)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    n,
    record.workspaceId,
    record.actorId,
    record.surface,
    record.operation,
    record.outcome,
    record.subject,
    record.at,
    record.requestId,
    detail,
    digest,
    previous,
  )
  await transaction.run('INSERT INTO audit_detail (n, salt, before, after) VALUES (?, ?, ?, ?)', n, salt, before, after)
}

/** Where the chain ends. */
export async function lastEntry(transaction: Transaction): Promise<{ n: number; digest: string }> {
  const row = await transaction.get('SELECT n, digest FROM audit ORDER BY n DESC LIMIT 1')
  return { n: Number(row?.n ?? 0), digest: String(row?.digest ?? GENESIS) }
}

async function leaveUnsealed(
  transaction: Transaction,
  record: AuditRecord,
  details: { salt: string; before: string | null; after: string | null; detail: string },
): Promise<void> {
  await transaction.run(
    `INSERT INTO audit_unsealed (workspace_id, actor_id, surface, operation, outcome, subject, at, request_id, detail_digest, salt, before, after)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    record.workspaceId,
    record.actorId,
    record.surface,
    record.operation,
    record.outcome,
    record.subject,
    record.at,
    record.requestId,
    details.detail,
    details.salt,
    details.before,
    details.after,
  )
}

/** The digest of the details, salted so that it tells nothing once they are erased. */
export function detailDigest(salt: string, before: string | null, after: string | null): string {
  return sha256(`${salt}\n${before ?? ''}\n${after ?? ''}`)
}

/** The digest of an entry over all that stays. */
export function entryDigest(
  entry: Omit<AuditRecord, 'before' | 'after'> & { n: number; previous: string; detailDigest: string },
): string {
  return sha256(
    JSON.stringify([
      entry.previous,
      entry.n,
      entry.workspaceId,
      entry.actorId,
      entry.surface,
      entry.operation,
      entry.outcome,
      entry.subject,
      entry.at,
      entry.requestId,
      entry.detailDigest,
    ]),
  )
}

const MAX_DETAIL = 8192

function detailJson(value: unknown): string | null {
  if (value === undefined || value === null) return null
  // The digest is over this very text, which is kept: the order of its members need not be a sorted one.
  const text = JSON.stringify(value)
  return text.length <= MAX_DETAIL ? text : JSON.stringify({ cut: true, length: text.length })
}

function sha256(text: string): string {
  return hash('sha256', text, 'hex')
}
