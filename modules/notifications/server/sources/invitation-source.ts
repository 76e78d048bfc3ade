import { invitationAccepted, listInvitations } from '#modules/identity/contract.ts'
import type { Source } from './source.ts'

/** Somebody accepted an invitation: who invited them is told. */
export const invitationSource: Source = {
  event: invitationAccepted,
  async toNotice({ ask }, { subjectId, personId }) {
    const { items } = await ask(listInvitations, { state: 'accepted', limit: 200 })
    const invitation = items.find(({ id }) => id === subjectId)
    if (!invitation || invitation.invitedBy.id === personId) return null
    return {
      personId: invitation.invitedBy.id,
      kind: 'invitation',
      key: `invitation ${subjectId}`,
      title: `${invitation.email} has joined`.slice(0, 300),
      detail: `Invited as ${invitation.role}`,
      record: { kind: 'identity.invitation', id: subjectId },
    }
  },
}
