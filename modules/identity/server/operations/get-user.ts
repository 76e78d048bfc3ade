import { findUser, toAdminUser } from '../admin/users.ts'
import { getUser, type AdminUserDetail } from '../../contract.ts'
import { query } from '../database.ts'

export default query(getUser, async ({ db, fail, now }, { id }) => {
  const user = await findUser(db, id)
  if (!user) return fail('user-not-found')

  const memberships = await db
    .selectFrom('identity_member as m')
    .innerJoin('identity_workspace as w', 'w.id', 'm.workspace_id')
    .select(['w.id', 'w.name', 'm.role'])
    .where('m.user_id', '=', id)
    .orderBy('w.name')
    .limit(200)
    .execute()
  const sessions = await db
    .selectFrom('identity_session')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('user_id', '=', id)
    .where('expires_at', '>', now())
    .executeTakeFirst()
  const tokens = await db
    .selectFrom('identity_token')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('user_id', '=', id)
    .where((e) => e.or([e('expires_at', 'is', null), e('expires_at', '>', now())]))
    .executeTakeFirst()
  return {
    ...toAdminUser(user),
    memberships: memberships.map((row) => ({
      ...row,
      role: row.role as AdminUserDetail['memberships'][number]['role'],
    })),
    sessions: sessions?.n ?? 0,
    tokens: tokens?.n ?? 0,
  }
})
