import type { Row, Transaction } from '../database/port.ts'
import { entryDigest, lastEntry } from './chain.ts'

/** Links committed entries to the chain, in the order they were written; answers how many. */
export async function sealAudit(transaction: Transaction, limit: number): Promise<number> {
  const rows = await transaction.all(
    `DELETE FROM audit_unsealed WHERE unsealed IN (SELECT unsealed FROM audit_unsealed ORDER BY unsealed LIMIT ?)
     RETURNING *`,
    limit,
  )
  if (rows.length === 0) return 0
  rows.sort((a, b) => Number(a.unsealed) - Number(b.unsealed))
  let { n, digest } = await lastEntry(transaction)
  const entries = rows.map((row) => {
    n += 1
    const entry = { ...row, n, previous: digest, digest: digestOf(row, n, digest) }
    digest = entry.digest
    return entry
  })
  const text = JSON.stringify(entries)
  await transaction.run(
    `INSERT INTO audit (${ENTRY}) SELECT ${ENTRY} FROM json_populate_recordset(NULL::audit, CAST(? AS json))`,
    text,
  )
  await transaction.run(
    `INSERT INTO audit_detail (${DETAIL}) SELECT ${DETAIL} FROM json_populate_recordset(NULL::audit_detail, CAST(? AS json))`,
    text,
  )
  return entries.length
}

const ENTRY =
  'n, workspace_id, actor_id, surface, operation, outcome, subject, at, request_id, detail_digest, digest, previous'
const DETAIL = 'n, salt, before, after'

function digestOf(row: Row, n: number, previous: string): string {
  return entryDigest({
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
}
