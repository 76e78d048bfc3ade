import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { Me } from '../contract.ts'
import type { IdentityTables } from './database.ts'

/** Who a person is in a workspace, or null when they are not a member of it. */
export async function readMe(
  db: ReadDatabase<IdentityTables>,
  userId: string,
  workspaceId: string,
): Promise<Me | null> {
  const row = await db
    .selectFrom('identity_member as m')
    .innerJoin('identity_user as u', 'u.id', 'm.user_id')
    .innerJoin('identity_workspace as w', 'w.id', 'm.workspace_id')
    .select(['u.name as user_name', 'u.email', 'w.name as workspace_name', 'm.role'])
    .where('m.user_id', '=', userId)
    .where('m.workspace_id', '=', workspaceId)
    .executeTakeFirst()
  if (!row) return null
  return {
    user: { id: userId, name: row.user_name, email: row.email },
    workspace: { id: workspaceId, name: row.workspace_name },
    role: row.role as Me['role'],
  }
}
