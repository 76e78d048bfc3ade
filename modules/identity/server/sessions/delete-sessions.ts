import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { IdentityTables } from '../database.ts'

/** Ends a person's sessions everywhere, with what refreshes them, but for one that stays; answers which they were. */
export async function deleteSessions(
  db: WriteDatabase<IdentityTables>,
  userId: string,
  keep?: string | null,
): Promise<{ id: string; workspaceId: string }[]> {
  let statement = db
    .deleteFrom('identity_session')
    // What this person does in another's place, or another in theirs, ends with it.
    .where((e) => e.or([e('user_id', '=', userId), e('impersonator_id', '=', userId)]))
  if (keep) statement = statement.where('id', '!=', keep)
  const ended = await statement.returning(['id', 'workspace_id']).execute()
  if (ended.length > 0) {
    const ids = ended.map(({ id }) => id)
    await db.deleteFrom('identity_refresh').where('session_id', 'in', ids).execute()
  }
  return ended.map(({ id, workspace_id }) => ({ id, workspaceId: workspace_id }))
}
