import { z } from 'zod'
import { defineJob } from '#contract/job.ts'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, integer, noInput, nothing, secretText, text, textOrNull } from '#contract/schema.ts'
import {
  Connection,
  ConnectionId,
  connectionAdded,
  connectionChanged,
  connectionRemoved,
  consentLost,
  ConsentProvider,
  exampleId,
  Provider,
  Server,
} from '../contract.ts'
import { connectionNotFound } from '../contract/errors.ts'
import type { SecretKind } from './database.ts'
import type { SealedSecret } from './vault/open-secrets.ts'

/** What is kept of a login. What is not given stays as it is. */
const secretInput = {
  password: secretText().optional(),
  smtpPassword: secretText().nullable().optional().describe('Null where it is the password'),
  refreshToken: secretText().optional(),
  accessToken: secretText().optional(),
  accessExpiresAt: z.number().int().optional(),
}

/** Stores an account whose login was just tried; it belongs to the person it is called for. */
export const storeConnection = defineCommand({
  name: 'connections.store',
  summary: 'Keep an account that was signed in to',
  access: 'system',
  input: z.strictObject({
    provider: Provider,
    address: z.string().max(254),
    name: z.string().max(100),
    picture: z.string().max(2000).nullable().default(null),
    scopes: z.array(z.string().max(500)).max(100).default([]),
    imap: Server.nullable(),
    smtp: Server.nullable(),
    intervalMinutes: z.number().int().optional(),
    windowSince: z.string().nullable().optional(),
    windowCount: z.number().int().nullable().optional(),
    ...secretInput,
  }),
  output: Connection,
  errors: { 'already-connected': 'This account is connected already' },
  emits: [connectionAdded],
  example: { provider: 'imap', address: 'ada@example.org', name: 'Ada', imap: null, smtp: null, password: 'hush' },
})

/** Keeps another login of an account, which is well again by that. */
export const keepLogin = defineCommand({
  name: 'connections.keep-login',
  summary: 'Keep another login of an account',
  access: 'system',
  input: z.strictObject({
    id: ConnectionId,
    imap: Server.nullable().optional(),
    smtp: Server.nullable().optional(),
    name: z.string().max(100).optional(),
    picture: z.string().max(2000).nullable().optional(),
    scopes: z.array(z.string().max(500)).max(100).optional(),
    ...secretInput,
  }),
  output: Connection,
  errors: connectionNotFound,
  emits: [connectionChanged],
  example: { id: exampleId, password: 'hush' },
})

/** An account with its secrets, still sealed. */
export const readSecrets = defineQuery({
  name: 'connections.read-secrets',
  summary: 'An account with its sealed secrets',
  access: 'system',
  input: z.strictObject({ id: ConnectionId }),
  output: z.object({ connection: Connection, secrets: z.array(z.custom<SealedSecret>()) }),
  errors: connectionNotFound,
  example: { id: exampleId },
})

/** Takes the right to refresh an account's access, unless another process has it. */
export const takeLease = defineCommand({
  name: 'connections.take-lease',
  summary: 'Be the one who refreshes an account',
  access: 'system',
  input: z.strictObject({ id: ConnectionId, holder: z.string().max(100), until: integer }),
  output: z.object({ taken: boolean }),
  errors: connectionNotFound,
  example: { id: exampleId, holder: 'a process', until: 1_780_000_000_000 },
})

export const releaseLease = defineCommand({
  name: 'connections.release-lease',
  summary: 'Let others refresh an account',
  access: 'system',
  input: z.strictObject({ id: ConnectionId, holder: z.string().max(100) }),
  output: nothing,
  example: { id: exampleId, holder: 'a process' },
})

/** Keeps fresh tokens and gives the lease back, in one step: a rotated refresh token is never kept without its access token. */
export const keepTokens = defineCommand({
  name: 'connections.keep-tokens',
  summary: 'Keep refreshed tokens',
  access: 'system',
  input: z.strictObject({
    id: ConnectionId,
    holder: z.string().max(100),
    accessToken: secretText(),
    accessExpiresAt: integer,
    refreshToken: secretText().optional(),
  }),
  output: nothing,
  errors: connectionNotFound,
  example: { id: exampleId, holder: 'a process', accessToken: 'hush', accessExpiresAt: 1_780_000_000_000 },
})

/** A server refused a login: old access is forgotten, fresh access and passwords mean that the owner is needed. */
export const noteRefused = defineCommand({
  name: 'connections.note-refused',
  summary: 'Note that a login was refused',
  access: 'system',
  input: z.strictObject({
    id: ConnectionId,
    reason: z.string().max(500),
    /** The provider refused the refresh itself: nothing but consent helps. */
    final: z.boolean().default(false),
  }),
  output: nothing,
  errors: connectionNotFound,
  emits: [connectionChanged, consentLost],
  example: { id: exampleId, reason: 'The server did not accept the password' },
})

/** Remembers that a person went to a provider; the answer comes back once and within ten minutes. */
export const beginConsent = defineCommand({
  name: 'connections.begin-consent',
  summary: 'Remember that somebody went to consent',
  access: 'system',
  input: z.strictObject({
    stateHash: z.string().max(100),
    verifier: secretText(),
    provider: ConsentProvider,
    redirectUri: z.string().max(500),
    sessionId: z.string().max(100).nullable(),
    connectionId: ConnectionId.optional(),
    expiresAt: integer,
  }),
  output: nothing,
  errors: connectionNotFound,
  example: {
    stateHash: 'a hash',
    verifier: 'hush',
    provider: 'google',
    redirectUri: 'http://localhost/api/v1/integrations/callback',
    sessionId: null,
    expiresAt: 1_780_000_000_000,
  },
})

/** Takes a begun consent: whoever takes it is the only one, and must be who began it, in the same session. */
export const takeConsent = defineCommand({
  name: 'connections.take-consent',
  summary: 'Take a consent that came back',
  access: 'system',
  input: z.strictObject({ stateHash: z.string().max(100), sessionId: z.string().max(100).nullable() }),
  output: z.object({
    consent: z
      .object({
        provider: ConsentProvider,
        redirectUri: text,
        sealedVerifier: text,
        connectionId: textOrNull,
      })
      .nullable(),
  }),
  example: { stateHash: 'a hash', sessionId: null },
})

/** The account of an address that its owner has connected already. */
export const findByAddress = defineQuery({
  name: 'connections.find-by-address',
  summary: 'An account by its address',
  access: 'system',
  input: z.strictObject({ address: z.string().max(254) }),
  output: z.object({ connection: Connection.nullable() }),
  example: { address: 'ada@example.org' },
})

/** Takes back at its provider what a removed account was given. */
export const revokeJob = defineJob({
  name: 'connections.revoke',
  summary: 'Revoke the access of a removed account at its provider',
  input: z.object({ id: z.uuid() }),
  attempts: 5,
})

export const readRevocation = defineQuery({
  name: 'connections.read-revocation',
  summary: 'A token that must be revoked, sealed',
  access: 'system',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({
    revocation: z.object({ provider: ConsentProvider, sealed: text, wrapped: text }).nullable(),
  }),
  example: { id: exampleId },
})

export const endRevocation = defineCommand({
  name: 'connections.end-revocation',
  summary: 'Forget a token that was revoked, or cannot be',
  access: 'system',
  input: z.strictObject({ id: z.uuid() }),
  output: nothing,
  example: { id: exampleId },
})

/** Seals the secrets of all accounts under the newest data key, step by step. */
export const rotateJob = defineJob({
  name: 'connections.rotate-vault',
  summary: 'Seal every secret under a new data key',
  input: nothing,
})

/** Seals some secrets anew; `left` is 0 once the former keys are gone. */
export const resealStep = defineCommand({
  name: 'connections.reseal-step',
  summary: 'Seal some secrets under the current data key',
  access: 'system',
  input: z.strictObject({ limit: integer }),
  output: z.object({ sealed: integer, left: integer }),
  example: { limit: 100 },
})

/** Sealed secrets of everybody, a page at a time, for a check that opens each. */
export const readVault = defineQuery({
  name: 'connections.read-vault',
  summary: 'Sealed secrets with their keys',
  access: 'system',
  input: z.strictObject({ after: z.string().max(200), limit: integer }),
  output: z.object({
    items: z.array(
      z.object({
        connectionId: text,
        kind: z.custom<SecretKind>(),
        workspaceId: text,
        keyId: text,
        sealed: text,
        wrapped: textOrNull,
        hasAccount: boolean,
      }),
    ),
    keys: z.array(z.object({ id: text, wrapped: text })),
  }),
  example: { after: '', limit: 200 },
})

/** Removes all accounts: of the person it is called for, or of a workspace nobody is in any more. */
export const eraseAccounts = defineCommand({
  name: 'connections.erase-accounts',
  summary: 'Remove the accounts of a person or a workspace',
  access: 'system',
  input: z.strictObject({ everybody: boolean, limit: integer }),
  output: z.object({ erased: integer }),
  emits: [connectionRemoved],
  example: { everybody: false, limit: 50 },
})

/** Lets all accounts of the person it is called for rest: they are not in this workspace any more. */
export const restAccounts = defineCommand({
  name: 'connections.rest-accounts',
  summary: 'Pause the accounts of a person',
  access: 'system',
  input: noInput,
  output: z.object({ paused: integer }),
  emits: [connectionChanged],
  example: {},
})
