import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { IdentityTables } from '../database.ts'

/** Takes a browser's session to the person's oldest workspace; null where there is none, or nothing to move. */
export async function moveSession(
  db: WriteDatabase<IdentityTables>,
  userId: string,
  sessionId: string | null,
): Promise<string | null> {
  const home = await db
    .selectFrom('identity_member')
    .select('workspace_id')
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst()
  if (!home || sessionId === null) return null
  const moved = await db
    .updateTable('identity_session')
    .set({ workspace_id: home.workspace_id })
    .where('id', '=', sessionId)
    .where('kind', '=', 'web')
    .returning('id')
    .executeTakeFirst()
  return moved ? home.workspace_id : null
}
