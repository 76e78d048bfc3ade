import { toInstant, toInstantOrNull } from '#base/time.ts'
import type { ReadDatabase, WriteDatabase } from '#kernel/database/scoped.ts'
import type { Member } from '../../contract.ts'
import type { IdentityTables } from '../database.ts'

/** Members with what their person is called and when one of their sessions was last seen. */
export function selectMembers(db: ReadDatabase<IdentityTables>, workspaceId: string) {
  return db
    .selectFrom('identity_member as m')
    .innerJoin('identity_user as u', 'u.id', 'm.user_id')
    .select((e) => [
      'u.id',
      'u.name',
      'u.email',
      'u.active',
      'm.role',
      'm.created_at',
      e
        .selectFrom('identity_session as s')
        .select((f) => f.fn.max('s.last_seen_at').as('at'))
        .whereRef('s.user_id', '=', 'm.user_id')
        .whereRef('s.workspace_id', '=', 'm.workspace_id')
        .where('s.impersonator_id', 'is', null)
        .as('last_seen_at'),
    ])
    .where('m.workspace_id', '=', workspaceId)
}

/** One member of a workspace. */
export function findMember(db: ReadDatabase<IdentityTables>, workspaceId: string, userId: string) {
  return selectMembers(db, workspaceId).where('m.user_id', '=', userId).executeTakeFirst()
}

type MemberRow = NonNullable<Awaited<ReturnType<typeof findMember>>>

/** A row of `selectMembers` as the API shows it. */
export function toMember(row: MemberRow): Member {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role as Member['role'],
    active: row.active === 1,
    joinedAt: toInstant(row.created_at),
    lastSeenAt: toInstantOrNull(row.last_seen_at || null),
  }
}

/** Whether a workspace would have no owner left without this person. */
export async function isLastOwner(
  db: ReadDatabase<IdentityTables>,
  workspaceId: string,
  userId: string,
): Promise<boolean> {
  const owners = await db
    .selectFrom('identity_member')
    .select('user_id')
    .where('workspace_id', '=', workspaceId)
    .where('role', '=', 'owner')
    .limit(2)
    .execute()
  return owners.length === 1 && owners[0]!.user_id === userId
}

/** Makes a person a member; false when they are one already. */
export async function addMember(
  db: WriteDatabase<IdentityTables>,
  member: { workspaceId: string; userId: string; role: string; now: number },
): Promise<boolean> {
  const { workspaceId, userId, role, now } = member
  const added = await db
    .insertInto('identity_member')
    .values({ workspace_id: workspaceId, user_id: userId, role, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('user_id')
    .executeTakeFirst()
  if (!added) return false
  await db
    .deleteFrom('identity_former_member')
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .execute()
  return true
}

/** Ends a membership and remembers that it was, so that what the person did still has their name. */
export async function removeMember(
  db: WriteDatabase<IdentityTables>,
  member: { workspaceId: string; userId: string; now: number },
): Promise<void> {
  const { workspaceId, userId, now } = member
  const gone = await db
    .deleteFrom('identity_member')
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .returning(['workspace_id', 'user_id', 'role', 'created_at'])
    .executeTakeFirst()
  if (!gone) return
  await db
    .insertInto('identity_former_member')
    .values({ ...gone, left_at: now })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'user_id']).doUpdateSet({ role: gone.role, left_at: now }),
    )
    .execute()
}
