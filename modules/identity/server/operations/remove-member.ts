import { memberRemoved, removeMember as contract } from '../../contract.ts'
import { command } from '../database.ts'
import { deleteTokens, endSessions } from '../people/end-access.ts'
import { findMember, isLastOwner, removeMember } from '../people/members.ts'
import { mayChangeRole } from '../people/policy.ts'

export default command(contract, async ({ db, actor, changed, emit, fail, now }, { id }) => {
  const { workspaceId } = actor
  const member = await findMember(db, workspaceId, id)
  if (!member) return fail('member-not-found')
  if (!mayChangeRole(actor, member.role, null)) return fail('role-refused')
  if (await isLastOwner(db, workspaceId, id)) return fail('last-owner')

  await removeMember(db, { workspaceId, userId: id, now: now() })
  await endSessions(db, id, { workspaceId })
  await deleteTokens(db, id, workspaceId)
  emit(memberRemoved, { id }, { personId: id })
  changed({ id, role: member.role }, null)
  return {}
})
