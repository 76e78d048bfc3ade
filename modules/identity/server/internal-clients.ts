import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { secretText } from '#contract/schema.ts'
import { refreshReused, Scope, sessionEnded, SessionId, UserId, WorkspaceId } from '../contract.ts'

const SigningKey = z.object({ kid: z.string(), sealed: secretText() })

/** The key that tokens are signed with now. */
export const readSigningKey = defineQuery({
  name: 'identity.read-signing-key',
  summary: 'Read the key that tokens are signed with',
  access: 'system',
  input: z.strictObject({}),
  output: z.object({ key: SigningKey.nullable() }),
  example: {},
})

/** Keeps a new key. Of two that are made first at once, one stays and is answered to both. */
export const keepSigningKey = defineCommand({
  name: 'identity.keep-signing-key',
  summary: 'Keep a key that tokens are signed with',
  access: 'system',
  input: z.strictObject({ kid: z.string(), publicJwk: z.string(), privateJwk: secretText(), replace: z.boolean() }),
  output: SigningKey,
  example: { kid: 'a', publicJwk: '{}', privateJwk: '{}', replace: false },
})

/** What an access token says of its session. */
export const ClientSession = z.object({
  sessionId: SessionId,
  userId: UserId,
  scopes: z.array(Scope),
  refreshToken: secretText(),
})
export type ClientSession = z.infer<typeof ClientSession>

/** Exchanges a refresh token. One that is shown again too late ends its session, which is no failure: it is kept. */
export const rotateRefresh = defineCommand({
  name: 'identity.rotate-refresh',
  summary: 'Exchange a refresh token for its successor',
  access: 'system',
  input: z.strictObject({ refreshToken: secretText(), client: z.string() }),
  output: z.object({ session: ClientSession.nullable() }),
  emits: [refreshReused, sessionEnded],
  example: { refreshToken: 'secret', client: 'test' },
})

/** Whose token it is, and whether it was exchanged a moment ago, so that a crowd of requests waits for one write. */
export const peekRefresh = defineQuery({
  name: 'identity.peek-refresh',
  summary: 'Whose refresh token it is, and its successor where it was exchanged a moment ago',
  access: 'system',
  input: rotateRefresh.input,
  output: z.object({
    session: ClientSession.nullable(),
    owner: z.object({ userId: UserId, workspaceId: WorkspaceId }).nullable(),
  }),
  example: { refreshToken: 'secret', client: 'test' },
})

export const endFamily = defineCommand({
  name: 'identity.end-family',
  summary: 'End the session of a refresh token',
  access: 'system',
  input: z.strictObject({ refreshToken: secretText() }),
  output: z.object({}),
  emits: [sessionEnded],
  example: { refreshToken: 'secret' },
})
