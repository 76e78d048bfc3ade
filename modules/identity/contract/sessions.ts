import { z } from 'zod'
import { defineCommand, defineEndpoint, defineQuery } from '#contract/operation.ts'
import { defineEvent } from '#contract/event.ts'
import { instant, integer, noInput, nothing, secretText } from '#contract/schema.ts'
import { exampleId, Me, reauthenticationRequired, Scope, Session, SessionId, Token, TokenId, UserId } from './common.ts'

export const ownerCreated = defineEvent({
  name: 'identity.owner-created',
  summary: 'The first start made the owner and the workspace',
  data: z.object({ id: UserId }),
})
export const sessionStarted = defineEvent({
  name: 'identity.session-started',
  summary: 'Somebody signed in',
  audience: 'person',
  data: z.object({ id: SessionId }),
})
export const sessionEnded = defineEvent({
  name: 'identity.session-ended',
  summary: 'A session was signed out or revoked',
  audience: 'person',
  data: z.object({ id: SessionId }),
})
export const tokenCreated = defineEvent({
  name: 'identity.token-created',
  summary: 'A personal access token was made',
  audience: 'person',
  data: z.object({ id: TokenId }),
})
export const tokenRevoked = defineEvent({
  name: 'identity.token-revoked',
  summary: 'A personal access token was revoked',
  audience: 'person',
  data: z.object({ id: TokenId }),
})

export const getMe = defineQuery({
  name: 'identity.me',
  summary: 'Who is signed in, and where',
  access: 'signed-in',
  input: noInput,
  output: Me,
  http: 'GET /auth/me',
  aliases: ['GET /me', 'GET /api/auth/me'],
  cli: { name: 'me' },
  example: {},
})

export const openLink = defineEndpoint({
  name: 'identity.open-link',
  summary: 'Exchange a one-time sign-in link for a session cookie',
  access: 'anonymous',
  input: z.strictObject({ secret: secretText() }),
  output: Me,
  errors: {
    'link-not-valid': {
      message: 'This link was used already or is older than ten minutes',
      kind: 'auth',
      remedy: 'Run "npx daybook link" for a new one.',
    },
  },
  http: 'POST /auth/link',
  aliases: ['POST /api/auth/link'],
  example: { secret: 'the-part-after-the-hash' },
})

export const signOut = defineEndpoint({
  name: 'identity.sign-out',
  summary: 'End this session',
  access: 'signed-in',
  input: noInput,
  output: nothing,
  http: 'POST /auth/logout',
  aliases: ['POST /api/auth/logout'],
  example: {},
})

export const listSessions = defineQuery({
  name: 'identity.list-sessions',
  summary: 'List your sessions, newest first',
  access: 'signed-in',
  input: noInput,
  output: z.object({ items: z.array(Session) }),
  http: 'GET /auth/sessions',
  cli: { name: 'session list' },
  example: {},
})

export const revokeSession = defineCommand({
  name: 'identity.revoke-session',
  summary: 'End one of your sessions',
  access: 'signed-in',
  input: z.strictObject({ id: SessionId }),
  output: nothing,
  errors: { 'session-not-found': 'There is no such session' },
  http: 'DELETE /auth/sessions/{id}',
  cli: { name: 'session revoke', positional: ['id'] },
  agent: { confirm: 'always' },
  emits: [sessionEnded],
  example: { id: exampleId },
})

export const revokeOtherSessions = defineCommand({
  name: 'identity.revoke-other-sessions',
  summary: 'End all of your sessions but this one, everywhere',
  access: 'signed-in',
  input: noInput,
  output: z.object({ ended: integer }),
  http: 'POST /auth/sessions/revoke-others',
  cli: { name: 'session revoke-others' },
  agent: { confirm: 'always' },
  emits: [sessionEnded],
  example: {},
})

export const createToken = defineCommand({
  name: 'identity.create-token',
  summary: 'Make a personal access token; it is shown this one time',
  access: 'member',
  personal: true,
  input: z.strictObject({
    name: z.string().trim().min(1).max(100).default('Token'),
    scopes: z.array(Scope).min(1).max(50).default(['read', 'write']),
    expiresAt: instant().optional(),
  }),
  output: Token.extend({ token: secretText() }).meta({ id: 'NewToken' }),
  errors: {
    'already-expired': { message: 'That time has passed', kind: 'validation' },
    'scope-refused': {
      message: 'A token never gives more than the token that makes it',
      kind: 'forbidden',
      remedy: 'Ask for fewer scopes, or sign in.',
    },
    ...reauthenticationRequired,
  },
  http: 'POST /tokens',
  cli: { name: 'token create' },
  agent: { confirm: 'always' },
  emits: [tokenCreated],
  example: { name: 'My script' },
})

export const listTokens = defineQuery({
  name: 'identity.list-tokens',
  summary: 'List your personal access tokens',
  access: 'member',
  input: noInput,
  output: z.object({ items: z.array(Token) }),
  http: 'GET /tokens',
  cli: { name: 'token list' },
  example: {},
})

export const revokeToken = defineCommand({
  name: 'identity.revoke-token',
  summary: 'Revoke one of your tokens; it stops working at once',
  access: 'member',
  input: z.strictObject({ id: TokenId }),
  output: nothing,
  errors: { 'token-not-found': 'There is no such token' },
  http: 'DELETE /tokens/{id}',
  cli: { name: 'token revoke', positional: ['id'] },
  agent: { confirm: 'always' },
  emits: [tokenRevoked],
  example: { id: exampleId },
})
