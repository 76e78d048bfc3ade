import { changeRole, memberChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { findMember, isLastOwner, toMember } from '../people/members.ts'
import { mayChangeRole } from '../people/policy.ts'

export default command(changeRole, async ({ db, actor, changed, emit, fail }, { id, role }) => {
  const { workspaceId } = actor
  const member = await findMember(db, workspaceId, id)
  if (!member) return fail('member-not-found')
  if (!mayChangeRole(actor, member.role, role)) return fail('role-refused')
  if (role !== 'owner' && (await isLastOwner(db, workspaceId, id))) return fail('last-owner')

  await db
    .updateTable('identity_member')
    .set({ role })
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', id)
    .execute()
  emit(memberChanged, { id, role }, { personId: id })
  changed({ id, role: member.role }, { id, role })
  return toMember({ ...member, role })
})
