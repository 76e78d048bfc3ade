import { z } from 'zod'
import { defineCommand } from '#contract/operation.ts'
import { instant, noInput, nothing, secretText } from '#contract/schema.ts'
import {
  Me,
  openLink,
  ownerCreated,
  sessionEnded,
  sessionStarted,
  SessionId,
  TokenId,
  UserId,
  WorkspaceId,
} from '../contract.ts'

const exampleId = '01933b6e-8f00-7000-8000-000000000001'

/** Makes the owner and the workspace at the first start; afterwards it answers who they are. */
export const ensureOwner = defineCommand({
  name: 'identity.ensure-owner',
  summary: 'Make the owner and the workspace, once',
  access: 'system',
  input: noInput,
  output: z.object({ userId: UserId, workspaceId: WorkspaceId }),
  emits: [ownerCreated],
  example: {},
})

/** Makes a one-time sign-in link, good for ten minutes. */
export const createLink = defineCommand({
  name: 'identity.create-link',
  summary: 'Make a one-time sign-in secret',
  access: 'system',
  input: z.strictObject({ userId: UserId, workspaceId: WorkspaceId }),
  output: z.object({ secret: secretText() }),
  example: { userId: exampleId, workspaceId: exampleId },
})

/** Uses up a link and begins a session. */
export const redeemLink = defineCommand({
  name: 'identity.redeem-link',
  summary: 'Exchange a one-time secret for a session',
  access: 'system',
  input: z.strictObject({ secret: secretText(), userAgent: z.string().max(300) }),
  output: z.object({ me: Me, session: secretText(), expiresAt: instant() }),
  errors: { 'link-not-valid': openLink.errors['link-not-valid'] },
  emits: [sessionStarted],
  example: { secret: 'secret', userAgent: 'test' },
})

/** Notes that sessions and tokens were used a moment ago. */
export const noteUse = defineCommand({
  name: 'identity.note-use',
  summary: 'Note that sessions and tokens are in use',
  access: 'system',
  input: z.strictObject({ sessionIds: z.array(SessionId), tokenIds: z.array(TokenId) }),
  output: nothing,
  example: { sessionIds: [exampleId], tokenIds: [] },
})

/** Ends a session when its owner signs out. */
export const endSession = defineCommand({
  name: 'identity.end-session',
  summary: 'End one session',
  access: 'system',
  input: z.strictObject({ id: SessionId }),
  output: nothing,
  emits: [sessionEnded],
  example: { id: exampleId },
})
