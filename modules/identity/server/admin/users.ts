import { toInstant, toInstantOrNull } from '#base/time.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { AdminUser } from '../../contract.ts'
import type { IdentityTables } from '../database.ts'

/** Accounts that are not deleted, with what an administrator looks for. */
export function selectUsers(db: ReadDatabase<IdentityTables>) {
  return db
    .selectFrom('identity_user as u')
    .select((e) => [
      'u.id',
      'u.name',
      'u.email',
      'u.active',
      'u.instance_admin',
      'u.created_at',
      e
        .selectFrom('identity_member as m')
        .select((f) => f.fn.countAll<number>().as('n'))
        .whereRef('m.user_id', '=', 'u.id')
        .as('workspaces'),
      e
        .selectFrom('identity_session as s')
        .select((f) => f.fn.max('s.last_seen_at').as('at'))
        .whereRef('s.user_id', '=', 'u.id')
        .where('s.impersonator_id', 'is', null)
        .as('last_seen_at'),
    ])
    .where('u.deleted_at', 'is', null)
}

/** One account. */
export function findUser(db: ReadDatabase<IdentityTables>, id: string) {
  return selectUsers(db).where('u.id', '=', id).executeTakeFirst()
}

type UserRow = NonNullable<Awaited<ReturnType<typeof findUser>>>

/** A row of `selectUsers` as the API shows it. */
export function toAdminUser(row: UserRow): AdminUser {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    active: row.active === 1,
    instanceAdmin: row.instance_admin === 1,
    workspaces: row.workspaces ?? 0,
    createdAt: toInstant(row.created_at),
    lastSeenAt: toInstantOrNull(row.last_seen_at || null),
  }
}

/** Whether nobody would keep this Daybook without this person. */
export async function isLastAdmin(db: ReadDatabase<IdentityTables>, id: string): Promise<boolean> {
  const admins = await db
    .selectFrom('identity_user')
    .select('id')
    .where('instance_admin', '=', 1)
    .where('active', '=', 1)
    .limit(2)
    .execute()
  return admins.length === 1 && admins[0]!.id === id
}

/** The workspaces in which what happens to a person is told. */
export async function workspacesOf(db: ReadDatabase<IdentityTables>, userId: string): Promise<string[]> {
  const rows = await db.selectFrom('identity_member').select('workspace_id').where('user_id', '=', userId).execute()
  return rows.map((row) => row.workspace_id)
}

/** The workspaces that a person was a member of, and is no more. */
export async function formerWorkspacesOf(db: ReadDatabase<IdentityTables>, userId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('identity_former_member')
    .select('workspace_id')
    .where('user_id', '=', userId)
    .execute()
  return rows.map((row) => row.workspace_id)
}
