import { z } from 'zod'
import { defineCommand, defineEndpoint, defineQuery } from '#contract/operation.ts'
import { boolean, instant, noInput, nothing, secretText, text, textOrNull } from '#contract/schema.ts'
import { desktopCommand } from './desktop-command.ts'
import { connectionNotFound, consentErrors } from './errors.ts'
import { connectionRemoved } from './events.ts'
import { Connection, ConnectionId, ConnectionState, ConsentProvider, exampleId } from './records.ts'

const otherAccount = {
  'other-account': {
    message: 'That is another account than the one to sign in to, or one that is connected in another way',
    kind: 'conflict',
    remedy: 'Choose the right account at the provider, or remove the one that is connected.',
  },
} as const

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

/** What desktop programs that know Gmail alone begin with; the callback is Daybook's. */
export const authorizeGmail = defineEndpoint({
  name: 'connections.authorize-gmail',
  summary: 'Begin to connect an account at Google: the page where its owner consents',
  access: 'member',
  input: noInput,
  output: z.object({ url: text, expiresAt: instant() }),
  errors: consentErrors,
  http: 'POST /integrations/gmail/authorize',
  aliases: [desktopCommand('start_gmail_oauth_with_callback')],
  cli: { name: 'integration authorize-gmail' },
  example: {},
})

/** How the way back from a provider may end; the page of accounts says it. */
export const callbackErrors = {
  ...consentErrors,
  'consent-declined': {
    message: 'The consent was not given',
    kind: 'forbidden',
    remedy: 'Begin again and allow what Daybook asks for.',
  },
  ...otherAccount,
  'consent-not-valid': {
    message: 'This consent was used already, is too old, or was begun elsewhere',
    kind: 'validation',
    remedy: 'Begin again from the page of your accounts, in the same browser.',
  },
} as const

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
  errors: callbackErrors,
  http: 'GET /integrations/callback',
  aliases: [desktopCommand('complete_authorization')],
  agent: { withheld: 'it is where a browser comes back from the provider' },
  example: { state: 'as-begun', error: 'access_denied' },
})

/** For programs that went through the consent themselves. What they have is tried, and never told again. */
export const storeTokens = defineEndpoint({
  name: 'connections.store-tokens',
  summary: 'Connect an account by a refresh token that another program got for this Daybook; it is tried first',
  access: 'member',
  input: z.strictObject({
    provider: ConsentProvider.default('google'),
    refreshToken: secretText().describe('Given to the client id that this Daybook is registered with'),
    connectionId: ConnectionId.optional().describe('An account that must be signed in again'),
  }),
  output: Connection,
  errors: {
    ...consentErrors,
    ...connectionNotFound,
    ...otherAccount,
    'token-refused': {
      message: 'The provider does not take this token',
      kind: 'unprocessable',
      remedy: 'Begin with authorize instead, or give a token that was got for this Daybook.',
    },
  },
  // Guessing tokens through Daybook is slow.
  limit: 'auth',
  http: 'POST /integrations/tokens',
  aliases: [desktopCommand('store_account_tokens')],
  agent: { withheld: 'it takes a secret' },
  example: { provider: 'google', refreshToken: 'as-given-by-the-provider' },
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
