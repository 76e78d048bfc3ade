import type { RecordRef } from '#contract/schema.ts'
import type { LinkedRecord } from '../context.ts'
import type { Transaction } from '../database/port.ts'

/** Links two records in a workspace; linking twice changes nothing. */
export async function addLink(
  transaction: Transaction,
  workspaceId: string,
  from: RecordRef,
  to: RecordRef,
  relation: string,
  at: number,
): Promise<void> {
  await transaction.run(
    `INSERT INTO links (workspace_id, from_kind, from_id, to_kind, to_id, relation, at) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    workspaceId,
    from.kind,
    from.id,
    to.kind,
    to.id,
    relation,
    at,
  )
}

/** The records linked with one, both ways, newest first. */
export async function linksOf(
  transaction: Transaction,
  workspaceId: string,
  record: RecordRef,
): Promise<LinkedRecord[]> {
  const rows = await transaction.all(
    `SELECT to_kind AS kind, to_id AS id, relation, 'out' AS direction, at FROM links WHERE workspace_id = ? AND from_kind = ? AND from_id = ?
     UNION ALL
     SELECT from_kind, from_id, relation, 'in', at FROM links WHERE workspace_id = ? AND to_kind = ? AND to_id = ?
     ORDER BY at DESC LIMIT 200`,
    workspaceId,
    record.kind,
    record.id,
    workspaceId,
    record.kind,
    record.id,
  )
  return rows.map((row) => ({
    record: { kind: String(row.kind), id: String(row.id) },
    relation: String(row.relation),
    direction: row.direction as 'out' | 'in',
  }))
}

/** Removes every link of a record that is no more. */
export async function removeLinks(transaction: Transaction, workspaceId: string, record: RecordRef): Promise<void> {
  await transaction.run(
    'DELETE FROM links WHERE workspace_id = ? AND from_kind = ? AND from_id = ?',
    workspaceId,
    record.kind,
    record.id,
  )
  await transaction.run(
    'DELETE FROM links WHERE workspace_id = ? AND to_kind = ? AND to_id = ?',
    workspaceId,
    record.kind,
    record.id,
  )
}
