import { personOf } from '#kernel/actor.ts'
import { erasePersonRecords } from '#kernel/erasure/contract.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { eraseAccount } from '../admin/erase-account.ts'
import { findUser, formerWorkspacesOf, isLastAdmin, workspacesOf } from '../admin/users.ts'
import { deleteUser, memberRemoved, userDeleted } from '../../contract.ts'
import { command, type IdentityTables } from '../database.ts'
import { isLastOwner, removeMember } from '../people/members.ts'
import { mustConfirm } from '../sessions/must-confirm.ts'

export default command(deleteUser, async ({ db, actor, changed, emit, enqueue, fail, now }, { id, name }) => {
  if (await mustConfirm(db, actor, now())) return fail('reauthentication-required')
  const user = await findUser(db, id)
  if (!user) return fail('user-not-found')
  if (id === personOf(actor)) return fail('not-yourself')
  if (user.name !== name) return fail('name-differs')
  if (await isLastAdmin(db, id)) return fail('last-admin')
  const workspaces = await workspacesOf(db, id)
  for (const workspaceId of workspaces) {
    if ((await isLastOwner(db, workspaceId, id)) && (await hasOthers(db, workspaceId, id))) return fail('last-owner')
  }

  const former = await formerWorkspacesOf(db, id)
  for (const workspaceId of workspaces) {
    await removeMember(db, { workspaceId, userId: id, now: now() })
    await closeIfEmpty(db, workspaceId, now())
    emit(memberRemoved, { id }, { personId: id, workspaceId })
    // Each workspace hears of it, so that the modules erase there what was private to the person.
    emit(userDeleted, { id }, { personId: id, workspaceId })
  }
  // What rests where they once were goes too.
  for (const workspaceId of former) emit(userDeleted, { id }, { personId: id, workspaceId })
  if (workspaces.length + former.length === 0) emit(userDeleted, { id }, { personId: id })
  await eraseAccount(db, id, now())
  await enqueue(erasePersonRecords, { personId: id }, { key: id })
  changed({ id }, null)
  return {}
})

async function hasOthers(db: WriteDatabase<IdentityTables>, workspaceId: string, userId: string): Promise<boolean> {
  const other = await db
    .selectFrom('identity_member')
    .select('user_id')
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '!=', userId)
    .limit(1)
    .executeTakeFirst()
  return other !== undefined
}

/** A workspace of nobody goes with its last person. */
async function closeIfEmpty(db: WriteDatabase<IdentityTables>, id: string, now: number): Promise<void> {
  const member = await db
    .selectFrom('identity_member')
    .select('user_id')
    .where('workspace_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  if (member) return
  await db.updateTable('identity_workspace').set({ deleted_at: now }).where('id', '=', id).execute()
}
