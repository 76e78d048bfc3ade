import type { Row, Transaction } from '../database/port.ts'
import { detailDigest, entryDigest, GENESIS } from './chain.ts'

/** What `daybook verify` found. `faults` is empty when all is well. */
export interface VerifyReport {
  ok: boolean
  auditEntries: number
  events: number
  faults: string[]
}

const PAGE = 1000

/** Walks the audit chain from its beginning and names the first entries that do not fit. */
export async function verifyAudit(transaction: Transaction): Promise<{ entries: number; faults: string[] }> {
  const faults: string[] = []
  let previous = GENESIS
  let n = 0
  for (;;) {
    const rows = await transaction.all(
      `SELECT a.*, d.salt, d.before, d.after FROM audit a LEFT JOIN audit_detail d ON d.n = a.n WHERE a.n > ? ORDER BY a.n LIMIT ${PAGE}`,
      n,
    )
    for (const row of rows) {
      n += 1
      faults.push(...faultsOf(row, n, previous))
      if (faults.length > 20) return { entries: n, faults }
      n = Number(row.n)
      previous = String(row.digest)
    }
    if (rows.length < PAGE) return { entries: n, faults: [...faults, ...(await faultsAfter(transaction, n))] }
  }
}

/** Details outlive an entry that was cut off the end: the chain itself cannot know of what it no longer has. */
async function faultsAfter(transaction: Transaction, last: number): Promise<string[]> {
  const row = await transaction.get('SELECT MAX(n) AS newest FROM audit_detail WHERE n > ?', last)
  if (row?.newest === null || row?.newest === undefined) return []
  return [`The newest ${Number(row.newest) - last} audit entries are missing`]
}

/** Events are gap-free: a missing position is a lost event. So is one that a subscription has passed and nobody finds. */
export async function verifyEvents(transaction: Transaction): Promise<{ events: number; faults: string[] }> {
  const row = await transaction.get('SELECT COUNT(*) AS events, COALESCE(MAX(position), 0) AS last FROM events')
  const events = Number(row!.events)
  const last = Number(row!.last)
  const faults = events === last ? [] : [`The events have ${last - events} gaps`]
  const cursor = await transaction.get('SELECT COALESCE(MAX(position), 0) AS passed FROM subscriptions')
  const passed = Number(cursor!.passed)
  if (passed > last) faults.push(`The newest ${passed - last} events are missing`)
  return { events, faults }
}

function faultsOf(row: Row, expected: number, previous: string): string[] {
  const n = Number(row.n)
  if (n !== expected) return [`Audit entry ${expected} is missing`]
  if (row.previous !== previous) return [`Audit entry ${n} does not follow the one before it`]
  const digest = entryDigest({
    n,
    previous,
    workspaceId: String(row.workspace_id),
    actorId: String(row.actor_id),
    surface: String(row.surface),
    operation: String(row.operation),
    outcome: String(row.outcome),
    subject: row.subject as string | null,
    at: Number(row.at),
    requestId: String(row.request_id),
    detailDigest: String(row.detail_digest),
  })
  if (digest !== row.digest) return [`Audit entry ${n} was changed`]
  // Erased details leave their digest behind; the chain holds without them.
  if (row.salt === null) return []
  const detail = detailDigest(String(row.salt), row.before as string | null, row.after as string | null)
  return detail === row.detail_digest ? [] : [`The details of audit entry ${n} were changed`]
}
