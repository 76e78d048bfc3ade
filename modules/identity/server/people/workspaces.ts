import { toInstant, toInstantOrNull } from '#base/time.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { Workspace } from '../../contract.ts'
import type { IdentityTables } from '../database.ts'

/** How long a deleted workspace can be restored. */
export const RESTORABLE_MILLISECONDS = 7 * 24 * 60 * 60 * 1000

/** The workspaces that a person is a member of, the oldest membership first. */
export function selectWorkspaces(db: ReadDatabase<IdentityTables>, userId: string) {
  return db
    .selectFrom('identity_member as m')
    .innerJoin('identity_workspace as w', 'w.id', 'm.workspace_id')
    .select((e) => [
      'w.id',
      'w.name',
      'w.deleted_at',
      'm.role',
      e
        .selectFrom('identity_member as other')
        .select((f) => f.fn.countAll<number>().as('n'))
        .whereRef('other.workspace_id', '=', 'w.id')
        .as('members'),
    ])
    .where('m.user_id', '=', userId)
    .orderBy('m.created_at')
    .orderBy('w.id')
}

/** The deleted workspaces that a person owned and may still restore. */
export function selectDeleted(db: ReadDatabase<IdentityTables>, userId: string, now: number) {
  return db
    .selectFrom('identity_former_member as m')
    .innerJoin('identity_workspace as w', 'w.id', 'm.workspace_id')
    .select((e) => [
      'w.id',
      'w.name',
      'w.deleted_at',
      'm.role',
      e
        .selectFrom('identity_former_member as other')
        .select((f) => f.fn.countAll<number>().as('n'))
        .whereRef('other.workspace_id', '=', 'w.id')
        .whereRef('other.left_at', '=', 'w.deleted_at')
        .as('members'),
    ])
    .where('m.user_id', '=', userId)
    .where('m.role', '=', 'owner')
    .whereRef('m.left_at', '=', 'w.deleted_at')
    .where('w.erased_at', 'is', null)
    .where('w.deleted_at', '>', now - RESTORABLE_MILLISECONDS)
    .orderBy('w.deleted_at', 'desc')
    .orderBy('w.id')
}

/** One workspace that a person is a member of. */
export function findWorkspace(db: ReadDatabase<IdentityTables>, userId: string, workspaceId: string) {
  return selectWorkspaces(db, userId).where('w.id', '=', workspaceId).executeTakeFirst()
}

interface WorkspaceRow {
  id: string
  name: string
  role: string
  deleted_at: number | null
  members: number | null
}

/** A row as the API shows it, to somebody who is in `current`. */
export function toWorkspace(row: WorkspaceRow, current: string): Workspace {
  const erasedAt = row.deleted_at === null ? null : row.deleted_at + RESTORABLE_MILLISECONDS
  return {
    id: row.id,
    name: row.name,
    role: row.role as Workspace['role'],
    members: row.members ?? 0,
    current: row.id === current,
    deletedAt: toInstantOrNull(row.deleted_at),
    erasedAt: erasedAt === null ? null : toInstant(erasedAt),
  }
}
