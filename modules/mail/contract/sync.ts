import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { defineJob } from '#contract/job.ts'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { id, instant, integer, noInput, text, textOrNull } from '#contract/schema.ts'
import { ConnectionId } from '../../connections/contract.ts'

export const MailboxId = id('mail.mailbox')

/** What a mailbox is for: by its special use (RFC 6154), else by a name that everybody knows. */
export const MailboxRole = z.enum(['inbox', 'archive', 'sent', 'drafts', 'trash', 'junk', 'all'])
export type MailboxRole = z.infer<typeof MailboxRole>

const Problem = z.object({ code: text, detail: text })

/** A mailbox of an account, and how far its mail is here. */
export const Mailbox = z
  .object({
    id: MailboxId,
    connectionId: ConnectionId,
    path: text,
    delimiter: textOrNull,
    role: MailboxRole.nullable(),
    state: z.enum(['pending', 'syncing', 'synced', 'gone', 'failing']),
    messages: z.number().int().describe('Messages that the server says it has'),
    stored: z.number().int().describe('Messages of it that are here'),
    skipped: z.number().int().describe('Messages that could not be read and are set aside'),
    problem: Problem.nullable(),
    lastSyncAt: instant().nullable(),
  })
  .meta({ id: 'Mailbox' })
export type Mailbox = z.infer<typeof Mailbox>

/** What a provider allows to ask in a minute, and how much of it was asked (Gmail's quota units). */
export const SyncQuota = z
  .object({
    perMinute: integer,
    used: z.number().int().describe('Units that were spent in the last minute'),
    refusals: z.number().int().describe('How often the provider said that it was too much'),
    waitsUntil: instant().nullable().describe('Until when nothing is asked, because the provider said so'),
  })
  .meta({ id: 'SyncQuota' })
export type SyncQuota = z.infer<typeof SyncQuota>

/** How the mail of an account stands. */
export const SyncStatus = z
  .object({
    connectionId: ConnectionId,
    state: z.enum(['pending', 'syncing', 'synced', 'failing']),
    mailboxes: integer,
    messages: z.number().int().describe('Messages that the server says it has, over its mailboxes'),
    stored: z.number().int().describe('Messages of them that are here'),
    skipped: integer,
    problem: Problem.nullable(),
    lastSyncAt: instant().nullable(),
    quota: SyncQuota.nullable().describe('Where the provider counts what is asked, as by an interface of its own'),
  })
  .meta({ id: 'SyncStatus' })
export type SyncStatus = z.infer<typeof SyncStatus>

export const syncChanged = defineEvent({
  name: 'mail.sync-changed',
  summary: 'The sync of an account began, ended or met a problem',
  audience: 'person',
  data: z.object({ id: ConnectionId }),
})

export const syncJob = defineJob({
  name: 'mail.sync',
  summary: 'Bring the mail of an account here',
  input: z.object({ connectionId: ConnectionId }),
  concurrency: 8,
})

export const syncMail = defineCommand({
  name: 'mail.sync',
  summary: 'Look for new mail now, in one account or in all',
  access: 'member',
  input: z.strictObject({ connectionId: ConnectionId.optional() }),
  output: z.object({
    job: z.uuid().describe('The first of the jobs'),
    jobs: z.array(z.object({ connectionId: ConnectionId, job: z.uuid() })),
  }),
  errors: {
    'connection-not-found': 'There is no such account',
    'connection-paused': {
      message: 'That account is paused',
      kind: 'conflict',
      remedy: 'Resume it first.',
    },
    'sends-only': {
      message: 'That account only sends: it has no server for receiving',
      kind: 'conflict',
      remedy: 'Add an IMAP server in its settings, where mail is to come by it.',
    },
    'nothing-to-sync': {
      message: 'There is no account to look for mail in',
      kind: 'conflict',
      remedy: 'Connect a mail account first.',
    },
  },
  http: 'POST /emails/sync',
  cli: { name: 'mail sync', positional: ['connectionId'] },
  example: {},
  startsJob: true,
})

export const listMailboxes = defineQuery({
  name: 'mail.list-mailboxes',
  summary: 'List the mailboxes of your accounts, and how far their mail is here',
  access: 'member',
  input: z.strictObject({ connectionId: ConnectionId.optional() }),
  output: z.object({ items: z.array(Mailbox) }),
  http: 'GET /sync/mailboxes',
  cli: { name: 'mail mailboxes' },
  example: {},
})

export const syncStatus = defineQuery({
  name: 'mail.sync-status',
  summary: 'How the mail of each account stands',
  access: 'member',
  input: noInput,
  output: z.object({ items: z.array(SyncStatus) }),
  http: 'GET /sync/status',
  cli: { name: 'mail sync-status' },
  example: {},
})
