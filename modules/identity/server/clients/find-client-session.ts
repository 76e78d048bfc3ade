import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { IdentityTables } from '../database.ts'
import type { ClientSession } from '../internal-clients.ts'

/** The session of a family, while its person is an active member of its workspace. */
export async function findClientSession(
  db: ReadDatabase<IdentityTables>,
  sessionId: string,
  now: number,
): Promise<(Omit<ClientSession, 'refreshToken'> & { workspaceId: string }) | null> {
  const row = await db
    .selectFrom('identity_session as s')
    .innerJoin('identity_user as u', 'u.id', 's.user_id')
    .innerJoin('identity_member as m', (join) =>
      join.onRef('m.user_id', '=', 's.user_id').onRef('m.workspace_id', '=', 's.workspace_id'),
    )
    .select(['s.id', 's.user_id', 's.workspace_id', 's.scopes'])
    .where('s.id', '=', sessionId)
    .where('s.kind', '=', 'client')
    .where('s.expires_at', '>', now)
    .where('u.active', '=', 1)
    .executeTakeFirst()
  if (!row) return null
  return {
    sessionId: row.id,
    userId: row.user_id,
    workspaceId: row.workspace_id,
    scopes: JSON.parse(row.scopes ?? '[]') as ClientSession['scopes'],
  }
}
