import { z } from 'zod'
import { commonErrors } from '#contract/errors.ts'
import { defineEndpoint, defineQuery } from '#contract/operation.ts'
import { integer, noInput, nothing, secretText, text } from '#contract/schema.ts'
import { Code, Email, PasswordText, reauthenticationRequired, Scope, SessionId, signInErrors } from './common.ts'

/** An access token for some minutes and the refresh token that gets the next pair, once. */
export const TokenPair = z
  .object({
    accessToken: secretText(),
    tokenType: z.literal('Bearer'),
    /** Seconds. */
    expiresIn: integer,
    refreshToken: secretText(),
    /** Seconds. */
    refreshExpiresIn: integer,
    scopes: z.array(Scope),
    sessionId: SessionId,
  })
  .meta({ id: 'TokenPair' })
export type TokenPair = z.infer<typeof TokenPair>

const refreshNotValid = {
  'refresh-not-valid': {
    message: 'This refresh token is used up, revoked or too old',
    kind: 'auth',
    remedy: 'Sign in again.',
  },
} as const

export const issueTokens = defineEndpoint({
  name: 'identity.issue-tokens',
  summary: 'Get an access and a refresh token for an API client, by password or out of a session',
  access: 'anonymous',
  limit: 'auth',
  input: z.strictObject({
    client: z.string().trim().min(1).max(100).describe('Its name, as your list of sessions shows it'),
    scopes: z.array(Scope).min(1).max(50).default(['read', 'write']),
    email: Email.optional(),
    password: PasswordText.optional(),
    code: Code.optional().describe('Of the authenticator, where the account has one'),
    recoveryCode: Code.optional(),
  }),
  output: TokenPair,
  errors: {
    ...signInErrors,
    ...reauthenticationRequired,
    'not-signed-in': commonErrors['not-signed-in'],
    'not-allowed': commonErrors['not-allowed'],
    'second-factor-required': {
      message: 'This account asks for a code as well',
      kind: 'auth',
      remedy: 'Send the code of the authenticator or a recovery code.',
    },
    'wrong-code': { message: 'That code is not right, or was used already', kind: 'auth' },
  },
  http: 'POST /auth/tokens',
  aliases: ['POST /api/auth/tokens'],
  example: { client: 'My script', email: 'ada@example.test', password: 'a long enough passphrase' },
})

export const refreshTokens = defineEndpoint({
  name: 'identity.refresh',
  summary: 'Exchange a refresh token for the next pair; a used one that comes back ends its session',
  access: 'anonymous',
  limit: 'bearer',
  input: z.strictObject({ refreshToken: secretText() }),
  output: TokenPair,
  errors: refreshNotValid,
  http: 'POST /auth/refresh',
  aliases: ['POST /api/auth/refresh'],
  example: { refreshToken: 'daybook_ref_example' },
})

export const revokeRefresh = defineEndpoint({
  name: 'identity.revoke-refresh',
  summary: 'End the session of a refresh token (RFC 7009); an unknown one answers the same',
  access: 'anonymous',
  limit: 'bearer',
  input: z.strictObject({ refreshToken: secretText() }),
  output: nothing,
  http: 'POST /auth/refresh/revoke',
  aliases: ['POST /api/auth/refresh/revoke'],
  example: { refreshToken: 'daybook_ref_example' },
})

export const getJwks = defineQuery({
  name: 'identity.jwks',
  summary: 'The public keys that access tokens are signed with (RFC 7517)',
  access: 'anonymous',
  input: noInput,
  output: z.object({ keys: z.array(z.record(text, text)) }).meta({ id: 'KeySet' }),
  http: 'GET /auth/jwks',
  aliases: ['GET /api/auth/jwks', 'GET /.well-known/jwks.json'],
  example: {},
})

export const rotateKeys = defineEndpoint({
  name: 'identity.rotate-keys',
  summary: 'Sign access tokens with a new key; the old one is still accepted until its last token has run out',
  access: 'instance-admin',
  personal: true,
  input: noInput,
  output: z.object({ kid: text }),
  errors: reauthenticationRequired,
  http: 'POST /auth/keys/rotate',
  example: {},
})
