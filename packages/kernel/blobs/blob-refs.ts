import type { RecordRef } from '#contract/schema.ts'
import type { Transaction } from '../database/port.ts'

/** Notes that a record needs a file; files are reached by such a reference alone. */
export async function holdBlob(
  transaction: Transaction,
  workspaceId: string,
  hash: string,
  owner: RecordRef,
): Promise<void> {
  await transaction.run(
    'INSERT INTO blob_refs (workspace_id, hash, owner_kind, owner_id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    workspaceId,
    hash,
    owner.kind,
    owner.id,
  )
}

/** Takes a record's hold off a file; answers whether nobody else needs it, in any workspace. */
export async function releaseBlob(
  transaction: Transaction,
  workspaceId: string,
  hash: string,
  owner: RecordRef,
): Promise<boolean> {
  await transaction.run(
    'DELETE FROM blob_refs WHERE workspace_id = ? AND hash = ? AND owner_kind = ? AND owner_id = ?',
    workspaceId,
    hash,
    owner.kind,
    owner.id,
  )
  return (await transaction.get('SELECT 1 FROM blob_refs WHERE hash = ? LIMIT 1', hash)) === undefined
}
