import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { IdentityTables } from '../database.ts'

/** Ends a client's session with all its refresh tokens; null when it is over already. */
export async function deleteFamily(
  db: WriteDatabase<IdentityTables>,
  sessionId: string,
): Promise<{ userId: string; workspaceId: string } | null> {
  await db.deleteFrom('identity_refresh').where('session_id', '=', sessionId).execute()
  const ended = await db
    .deleteFrom('identity_session')
    .where('id', '=', sessionId)
    .returning(['user_id', 'workspace_id'])
    .executeTakeFirst()
  return ended ? { userId: ended.user_id, workspaceId: ended.workspace_id } : null
}
