import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { IdentityTables } from '../database.ts'

/** Ends a person's sessions, with what refreshes them: everywhere, or in one workspace, but for one that stays. */
export async function endSessions(
  db: WriteDatabase<IdentityTables>,
  userId: string,
  { workspaceId, keep }: { workspaceId?: string; keep?: string | null } = {},
): Promise<void> {
  let statement = db
    .deleteFrom('identity_session')
    // What an administrator does in somebody's place ends with that person's access, and with their own.
    .where((e) => e.or([e('user_id', '=', userId), e('impersonator_id', '=', userId)]))
  if (workspaceId !== undefined) statement = statement.where('workspace_id', '=', workspaceId)
  if (keep) statement = statement.where('id', '!=', keep)
  const ended = await statement.returning('id').execute()
  if (ended.length === 0) return
  await db
    .deleteFrom('identity_refresh')
    .where(
      'session_id',
      'in',
      ended.map(({ id }) => id),
    )
    .execute()
}

/** Deletes a person's personal access tokens, everywhere or of one workspace. */
export async function deleteTokens(
  db: WriteDatabase<IdentityTables>,
  userId: string,
  workspaceId?: string,
): Promise<void> {
  let statement = db.deleteFrom('identity_token').where('user_id', '=', userId)
  if (workspaceId !== undefined) statement = statement.where('workspace_id', '=', workspaceId)
  await statement.execute()
}
