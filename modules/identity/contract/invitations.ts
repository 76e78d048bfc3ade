import { z } from 'zod'
import { defineCommand, defineEndpoint, defineQuery } from '#contract/operation.ts'
import { defineEvent } from '#contract/event.ts'
import { id, instant, page, pageInput, secretText, text } from '#contract/schema.ts'
import { Email, exampleId, Role, UserId } from './common.ts'
import { memberJoined, roleRefused } from './members.ts'
import { Workspace } from './workspaces.ts'

export const InvitationId = id('identity.invitation')

export const InvitationState = z.enum(['open', 'accepted', 'revoked', 'expired'])

export const Invitation = z
  .object({
    id: InvitationId,
    email: text,
    role: Role,
    state: InvitationState,
    delivery: z
      .enum(['waiting', 'sent', 'not-configured', 'failed'])
      .describe('Where the e-mail is; hand the link over yourself when it is not sent'),
    invitedBy: z.object({ id: UserId, name: text }),
    createdAt: instant(),
    expiresAt: instant(),
  })
  .meta({ id: 'Invitation' })
export type Invitation = z.infer<typeof Invitation>

/** An invitation right after it was made or sent again: the one time its link is shown. */
export const NewInvitation = Invitation.extend({
  link: secretText().describe('Path with the secret in its fragment, to be opened at the address of Daybook'),
}).meta({ id: 'NewInvitation' })
export type NewInvitation = z.infer<typeof NewInvitation>

export const OpenInvitation = z
  .object({
    workspace: z.object({ name: text }),
    invitedBy: z.object({ name: text }),
    email: text,
    role: Role,
    expiresAt: instant(),
    hasAccount: z.boolean().describe('Whether somebody with this address can sign in already'),
  })
  .meta({ id: 'OpenInvitation' })
export type OpenInvitation = z.infer<typeof OpenInvitation>

export const memberInvited = defineEvent({
  name: 'identity.member-invited',
  summary: 'Somebody was invited',
  data: z.object({ id: InvitationId, role: Role }),
})

export const invitationAccepted = defineEvent({
  name: 'identity.invitation-accepted',
  summary: 'An invitation was accepted',
  data: z.object({ id: InvitationId, userId: UserId }),
})

export const invitationRevoked = defineEvent({
  name: 'identity.invitation-revoked',
  summary: 'An invitation was taken back',
  data: z.object({ id: InvitationId }),
})

const invitationErrors = {
  'invitation-not-found': 'There is no such invitation',
  'already-decided': 'That invitation was accepted or taken back already',
} as const

const secretErrors = {
  'invitation-not-valid': {
    message: 'This invitation was used, taken back, or is older than seven days',
    kind: 'not-found',
    remedy: 'Ask for a new one.',
  },
} as const

export const invite = defineCommand({
  name: 'identity.invite',
  summary: 'Invite somebody by e-mail; the answer holds a link to hand over as well',
  access: 'admin',
  input: z.strictObject({ email: Email, role: Role.default('member') }),
  output: NewInvitation,
  errors: {
    'already-member': 'Somebody with that address is a member already',
    ...roleRefused,
    'too-many-invitations': {
      message: 'There are 500 open invitations',
      kind: 'limit',
      remedy: 'Take some back first.',
    },
  },
  http: 'POST /invitations',
  cli: { name: 'invitation create', positional: ['email', 'role'] },
  agent: { confirm: 'always' },
  emits: [memberInvited],
  example: { email: 'grace@example.org', role: 'member' },
})

export const listInvitations = defineQuery({
  name: 'identity.list-invitations',
  summary: 'List the invitations to this workspace, newest first',
  access: 'admin',
  input: z.strictObject({ ...pageInput, state: InvitationState.optional() }),
  output: page(Invitation),
  http: 'GET /invitations',
  cli: { name: 'invitation list' },
  example: {},
})

export const revokeInvitation = defineCommand({
  name: 'identity.revoke-invitation',
  summary: 'Take an invitation back; its links stop working',
  access: 'admin',
  input: z.strictObject({ id: InvitationId }),
  output: Invitation,
  errors: invitationErrors,
  http: 'DELETE /invitations/{id}',
  cli: { name: 'invitation revoke', positional: ['id'] },
  emits: [invitationRevoked],
  example: { id: exampleId },
})

export const resendInvitation = defineCommand({
  name: 'identity.resend-invitation',
  summary: 'Send an invitation again with a new link for seven more days; earlier links stop working',
  access: 'admin',
  input: z.strictObject({ id: InvitationId }),
  output: NewInvitation,
  errors: invitationErrors,
  http: 'POST /invitations/{id}/resend',
  cli: { name: 'invitation resend', positional: ['id'] },
  agent: { confirm: 'always' },
  emits: [memberInvited],
  example: { id: exampleId },
})

export const readInvitation = defineEndpoint({
  name: 'identity.read-invitation',
  summary: 'Look at an invitation by its secret before accepting it',
  access: 'anonymous',
  input: z.strictObject({ secret: secretText() }),
  output: OpenInvitation,
  errors: secretErrors,
  http: 'POST /auth/invitation',
  example: { secret: 'the-part-after-the-hash' },
})

export const acceptInvitation = defineCommand({
  name: 'identity.accept-invitation',
  summary: 'Become a member of the workspace that an invitation is to',
  access: 'signed-in',
  input: z.strictObject({ secret: secretText() }),
  output: Workspace,
  errors: { ...secretErrors, 'already-member': 'You are a member of that workspace already' },
  http: 'POST /auth/invitation/accept',
  agent: { confirm: 'always' },
  emits: [invitationAccepted, memberJoined],
  example: { secret: 'the-part-after-the-hash' },
})
