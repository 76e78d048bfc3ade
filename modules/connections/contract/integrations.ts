import { z } from 'zod'
import { defineCommand, defineEndpoint, defineQuery } from '#contract/operation.ts'
import { boolean, instant, noInput, nothing, secretText, text, textOrNull } from '#contract/schema.ts'
import { desktopCommand } from './desktop-command.ts'
import { connectionNotFound, consentErrors } from './errors.ts'
import { connectionRemoved } from './events.ts'
import { Connection, ConnectionId, ConnectionState, ConsentProvider, exampleId } from './records.ts'

export const authorize = defineEndpoint({
  name: 'connections.authorize',
  summary: 'Begin to connect an account at Google or Microsoft: the page where its owner consents',
  access: 'member',
  input: z.strictObject({
    provider: ConsentProvider,
    connectionId: ConnectionId.optional().describe('An account that must be signed in again'),
    hint: z.string().trim().max(254).optional().describe('The address, so that the provider asks for no other'),
  }),
  output: z.object({ url: text, expiresAt: instant() }),
  errors: { ...consentErrors, ...connectionNotFound },
  http: 'POST /integrations/authorize',
  aliases: [desktopCommand('start_authorization')],
  cli: { name: 'integration authorize', positional: ['provider'] },
  example: { provider: 'google' },
})

export const consentCallback = defineEndpoint({
  name: 'connections.callback',
  summary: 'Where Google or Microsoft send the browser back with the consent',
  access: 'signed-in',
  input: z.strictObject({
    state: z.string().min(1).max(500).describe('Good once, for who began, in the session they began in'),
    code: secretText().optional(),
    error: z.string().max(200).optional(),
    error_description: z.string().max(2000).optional(),
    error_uri: z.string().max(2000).optional(),
    scope: z.string().max(4000).optional(),
    iss: z.string().max(500).optional(),
    authuser: z.string().max(100).optional(),
    prompt: z.string().max(100).optional(),
    hd: z.string().max(254).optional(),
    session_state: z.string().max(500).optional(),
    client_info: z.string().max(4000).optional(),
  }),
  output: Connection.describe('Browsers are sent on to the page of accounts instead'),
  errors: {
    ...consentErrors,
    'consent-declined': {
      message: 'The consent was not given',
      kind: 'forbidden',
      remedy: 'Begin again and allow what Daybook asks for.',
    },
    'other-account': {
      message: 'That is another account than the one to sign in to, or one that is connected in another way',
      kind: 'conflict',
      remedy: 'Choose the right account at the provider, or remove the one that is connected.',
    },
    'consent-not-valid': {
      message: 'This consent was used already, is too old, or was begun elsewhere',
      kind: 'validation',
      remedy: 'Begin again from the page of your accounts, in the same browser.',
    },
  },
  http: 'GET /integrations/callback',
  aliases: [desktopCommand('complete_authorization')],
  agent: { withheld: 'it is where a browser comes back from the provider' },
  example: { state: 'as-begun', error: 'access_denied' },
})

/** What is known of an account that was connected by consent. */
const ConsentStatus = z
  .object({
    id: ConnectionId,
    provider: ConsentProvider,
    address: text,
    name: text,
    picture: textOrNull,
    scopes: z.array(text),
    state: ConnectionState,
    accessExpiresAt: instant().nullable().describe('When the access that is kept must be refreshed'),
    hasRefreshToken: boolean,
  })
  .meta({ id: 'ConsentStatus' })
export type ConsentStatus = z.infer<typeof ConsentStatus>

export const integrationStatus = defineQuery({
  name: 'connections.consent-status',
  summary: 'Which accounts came by consent, and whether that still holds; never a token',
  access: 'member',
  input: noInput,
  output: z.object({ items: z.array(ConsentStatus) }),
  http: 'GET /integrations/status',
  aliases: [desktopCommand('get_account_tokens')],
  cli: { name: 'integration status' },
  example: {},
})

export const integrationProviders = defineEndpoint({
  name: 'connections.providers',
  summary: 'At which providers accounts can be connected by consent here',
  access: 'member',
  input: noInput,
  output: z.object({ items: z.array(z.object({ provider: ConsentProvider, configured: boolean })) }),
  http: 'GET /integrations/providers',
  cli: { name: 'integration providers' },
  example: {},
})

export const disconnect = defineCommand({
  name: 'connections.disconnect',
  summary: 'Take an account that came by consent away again; its access is revoked at the provider',
  access: 'member',
  input: z.strictObject({ id: ConnectionId }),
  output: nothing,
  errors: connectionNotFound,
  http: 'POST /integrations/{id}/disconnect',
  cli: { name: 'integration disconnect', positional: ['id'] },
  agent: { confirm: 'always' },
  emits: [connectionRemoved],
  example: { id: exampleId },
})
