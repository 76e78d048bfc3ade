import { toInstant } from '#base/time.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { Me } from '../contract.ts'
import type { IdentityTables } from './database.ts'

/** Who a person is in a workspace, or null when they are not a member of it. The session says who acts as them. */
export async function readMe(
  db: ReadDatabase<IdentityTables>,
  userId: string,
  workspaceId: string,
  sessionId: string | null = null,
): Promise<Me | null> {
  const row = await db
    .selectFrom('identity_member as m')
    .innerJoin('identity_user as u', 'u.id', 'm.user_id')
    .innerJoin('identity_workspace as w', 'w.id', 'm.workspace_id')
    .select(['u.name as user_name', 'u.email', 'u.instance_admin', 'w.name as workspace_name', 'm.role'])
    .where('m.user_id', '=', userId)
    .where('m.workspace_id', '=', workspaceId)
    .executeTakeFirst()
  if (!row) return null
  return {
    user: { id: userId, name: row.user_name, email: row.email },
    workspace: { id: workspaceId, name: row.workspace_name },
    role: row.role as Me['role'],
    instanceAdmin: row.instance_admin === 1,
    impersonatedBy: sessionId === null ? null : await readImpersonator(db, sessionId),
  }
}

async function readImpersonator(db: ReadDatabase<IdentityTables>, sessionId: string): Promise<Me['impersonatedBy']> {
  const row = await db
    .selectFrom('identity_session as s')
    .innerJoin('identity_user as u', 'u.id', 's.impersonator_id')
    .select(['u.id', 'u.name', 's.expires_at'])
    .where('s.id', '=', sessionId)
    .executeTakeFirst()
  return row ? { id: row.id, name: row.name, until: toInstant(row.expires_at) } : null
}
