import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { countUsers } from '../../contract.ts'
import { query, type IdentityTables } from '../database.ts'

const THIRTY_DAYS = 30 * 24 * 60 * 60 * 1000

export default query(countUsers, async ({ db, now }) => {
  const users = await db
    .selectFrom('identity_user')
    .select((e) => ['active', e.fn.countAll<number>().as('n')])
    .where('deleted_at', 'is', null)
    .groupBy('active')
    .execute()
  const workspaces = await db
    .selectFrom('identity_workspace')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return {
    users: users.reduce((sum, row) => sum + row.n, 0),
    activeUsers: await countActive(db, now() - THIRTY_DAYS),
    suspendedUsers: users.find((row) => row.active === 0)?.n ?? 0,
    workspaces: workspaces?.n ?? 0,
  }
})

async function countActive(db: ReadDatabase<IdentityTables>, since: number): Promise<number> {
  const row = await db
    .selectFrom('identity_user as u')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('u.active', '=', 1)
    .where((e) =>
      e.or([
        e.exists(
          e
            .selectFrom('identity_session as s')
            .select('s.id')
            .whereRef('s.user_id', '=', 'u.id')
            .where('s.last_seen_at', '>', since)
            .where('s.impersonator_id', 'is', null),
        ),
        e.exists(
          e
            .selectFrom('identity_token as t')
            .select('t.id')
            .whereRef('t.user_id', '=', 'u.id')
            .where('t.last_used_at', '>', since),
        ),
      ]),
    )
    .executeTakeFirst()
  return row?.n ?? 0
}
