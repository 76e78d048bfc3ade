import { personOf } from '#kernel/actor.ts'
import { memberChanged, transferOwnership } from '../../contract.ts'
import { command } from '../database.ts'
import { findMember, toMember } from '../people/members.ts'

export default command(transferOwnership, async ({ db, actor, changed, emit, fail }, { id }) => {
  const { workspaceId } = actor
  const member = await findMember(db, workspaceId, id)
  if (!member) return fail('member-not-found')
  if (member.role === 'owner') return fail('already-owner')

  const setRole = (userId: string, role: string) =>
    db
      .updateTable('identity_member')
      .set({ role })
      .where('workspace_id', '=', workspaceId)
      .where('user_id', '=', userId)
      .execute()
  await setRole(id, 'owner')
  await setRole(personOf(actor), 'admin')
  emit(memberChanged, { id, role: 'owner' }, { personId: id })
  emit(memberChanged, { id: personOf(actor), role: 'admin' })
  changed({ owner: personOf(actor) }, { owner: id })
  return toMember({ ...member, role: 'owner' })
})
