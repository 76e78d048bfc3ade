import { z } from 'zod'
import { defineCommand, defineEndpoint, defineQuery } from '#contract/operation.ts'
import { boolean, instant, noInput, nothing, secretText, text } from '#contract/schema.ts'
import { desktopCommand } from './desktop-command.ts'
import { connectionChanged, connectionRemoved } from './events.ts'
import { accessErrors, connectionNotFound, signInErrors } from './errors.ts'
import { Connection, ConnectionId, exampleId, Host, Port, Security, SuggestedServers } from './records.ts'

const MailAddress = z.string().trim().max(254).pipe(z.email('This is not an e-mail address'))
const Username = z.string().trim().min(1).max(254)
const AccountName = z.string().trim().min(1).max(100)

/** Servers as they are typed: flat, so that every surface can ask for them. */
const serverInput = {
  username: Username.optional().describe('The address unless given'),
  imapHost: Host.optional(),
  imapPort: Port.optional(),
  imapSecurity: Security.optional(),
  smtpHost: Host.optional(),
  smtpPort: Port.optional(),
  smtpSecurity: Security.optional(),
  smtpUsername: Username.optional().describe('The user name for IMAP unless given'),
}
const windowInput = {
  intervalMinutes: z.coerce.number().int().min(1).max(1440).optional(),
  windowSince: instant().nullable().optional().describe('Fetch what is newer; null for all'),
  windowCount: z.coerce.number().int().min(1).max(10_000_000).nullable().optional(),
}

export const discoverServers = defineEndpoint({
  name: 'connections.discover',
  summary: 'Find the servers of an e-mail address',
  access: 'member',
  input: z.strictObject({ address: MailAddress }),
  output: SuggestedServers,
  http: 'GET /connections/discover',
  cli: { name: 'connection discover', positional: ['address'] },
  example: { address: 'ada@example.org' },
})

export const addConnection = defineEndpoint({
  name: 'connections.add',
  summary: 'Connect a mail account with a password; its servers are logged in to first',
  access: 'member',
  input: z.strictObject({
    address: MailAddress,
    password: secretText(),
    name: AccountName.optional(),
    ...serverInput,
    smtpPassword: secretText().optional().describe('The password unless given'),
    ...windowInput,
  }),
  output: Connection,
  errors: {
    ...signInErrors,
    'no-servers-found': {
      message: 'The servers of this address could not be found',
      kind: 'unprocessable',
      remedy: 'Ask your provider for the names of its IMAP and SMTP servers and give them.',
    },
    'consent-required': {
      message: 'This provider takes no passwords',
      kind: 'unprocessable',
      remedy: 'Connect the account by signing in there.',
    },
    'already-connected': 'This account is connected already',
  },
  // Guessing passwords of others through Daybook is slow.
  limit: 'auth',
  http: 'POST /connections',
  cli: { name: 'connection add', positional: ['address'] },
  example: {
    address: 'ada@example.org',
    password: 'as-given-by-the-provider',
    imapHost: 'imap.example.org',
    imapPort: 993,
    imapSecurity: 'tls',
    smtpHost: 'smtp.example.org',
    smtpPort: 465,
    smtpSecurity: 'tls',
  },
})

export const signInConnection = defineEndpoint({
  name: 'connections.sign-in',
  summary: 'Give an account another password or other servers; they are logged in to first',
  access: 'member',
  input: z.strictObject({
    id: ConnectionId,
    password: secretText().nullable().describe('Null for the one that is kept; needed where a server is another'),
    ...serverInput,
    smtpPassword: secretText().optional(),
  }),
  output: Connection,
  errors: {
    ...connectionNotFound,
    ...signInErrors,
    'consent-required': {
      message: 'This account was connected by signing in at its provider',
      kind: 'unprocessable',
      remedy: 'Sign in there again.',
    },
    'password-required': {
      message: 'The kept password is never sent to another server',
      kind: 'validation',
      remedy: 'Give the password once more.',
    },
  },
  // Guessing passwords of others through Daybook is slow.
  limit: 'auth',
  http: 'POST /connections/{id}/sign-in',
  cli: { name: 'connection sign-in', positional: ['id'] },
  example: { id: exampleId, password: 'a-new-one' },
})

export const testConnection = defineEndpoint({
  name: 'connections.test',
  summary: 'Log in at the servers of an account now, and note whether it works',
  access: 'member',
  input: z.strictObject({ id: ConnectionId }),
  output: z.object({ connection: Connection, imap: boolean, smtp: boolean }),
  errors: { ...accessErrors, ...signInErrors },
  http: 'POST /connections/{id}/test',
  cli: { name: 'connection test', positional: ['id'] },
  example: { id: exampleId },
})

export const listConnections = defineQuery({
  name: 'connections.list',
  summary: 'List your connected accounts, oldest first',
  access: 'member',
  input: noInput,
  output: z.object({ items: z.array(Connection).describe('At most 100') }),
  http: 'GET /connections',
  cli: { name: 'connection list' },
  example: {},
})

export const getConnection = defineQuery({
  name: 'connections.get',
  summary: 'Read one connected account',
  access: 'member',
  input: z.strictObject({ id: ConnectionId }),
  output: Connection,
  errors: connectionNotFound,
  http: 'GET /connections/{id}',
  aliases: [desktopCommand('get_user_info')],
  cli: { name: 'connection show', positional: ['id'] },
  example: { id: exampleId },
})

export const updateConnection = defineCommand({
  name: 'connections.update',
  summary: 'Rename an account, or change how much and how often it is fetched',
  access: 'member',
  input: z.strictObject({
    id: ConnectionId,
    rev: z.coerce.number().int().optional(),
    name: AccountName.optional(),
    ...windowInput,
  }),
  output: Connection,
  errors: connectionNotFound,
  http: 'PATCH /connections/{id}',
  cli: { name: 'connection update', positional: ['id'] },
  emits: [connectionChanged],
  example: { id: exampleId, name: 'Work', intervalMinutes: 10 },
})

export const pauseConnection = defineCommand({
  name: 'connections.pause',
  summary: 'Let an account rest: nothing is fetched or sent',
  access: 'member',
  input: z.strictObject({ id: ConnectionId }),
  output: Connection,
  errors: connectionNotFound,
  http: 'POST /connections/{id}/pause',
  cli: { name: 'connection pause', positional: ['id'] },
  emits: [connectionChanged],
  example: { id: exampleId },
})

export const resumeConnection = defineCommand({
  name: 'connections.resume',
  summary: 'Go on with a paused account',
  access: 'member',
  input: z.strictObject({ id: ConnectionId }),
  output: Connection,
  errors: connectionNotFound,
  http: 'POST /connections/{id}/resume',
  cli: { name: 'connection resume', positional: ['id'] },
  emits: [connectionChanged],
  example: { id: exampleId },
})

export const removeConnection = defineCommand({
  name: 'connections.remove',
  summary: 'Remove an account with its secrets, revoke its access at the provider, and erase what came from it',
  access: 'member',
  input: z.strictObject({ id: ConnectionId }),
  output: nothing,
  errors: connectionNotFound,
  http: 'DELETE /connections/{id}',
  aliases: [desktopCommand('remove_account')],
  cli: { name: 'connection remove', positional: ['id'] },
  agent: { confirm: 'always' },
  emits: [connectionRemoved],
  example: { id: exampleId },
})

/** The titles of connected accounts, for links and timelines. */
export const describeConnections = defineQuery({
  name: 'connections.describe',
  summary: 'Titles of connected accounts by their ids',
  access: 'member',
  input: z.strictObject({ ids: z.array(ConnectionId).max(200) }),
  output: z.object({ items: z.array(z.object({ id: ConnectionId, title: text })) }),
  example: { ids: [exampleId] },
})
