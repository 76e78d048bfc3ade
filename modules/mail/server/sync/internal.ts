import { z } from 'zod'
import { defineJob } from '#contract/job.ts'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { id, integer, nothing, text } from '#contract/schema.ts'
import {
  draftChanged,
  draftRemoved,
  labelChanged,
  MailboxId,
  messageAdded,
  messageChanged,
  messageRemoved,
  outgoingRemoved,
  syncChanged,
} from '../../contract.ts'
import type { MailboxRow } from '../database.ts'
import type { PreparedMessage } from '../import/prepared-message.ts'
import type { RemoteFlags, RemoteMailbox, RemoteOverview } from './remote-store.ts'

const ConnectionId = id('connections.connection')
const exampleId = '01933b6e-8f00-7000-8000-000000000001'
const mailboxErrors = {
  'mailbox-not-found': 'There is no such mailbox',
  'mailbox-renumbered': { message: 'The mailbox was numbered anew meanwhile', kind: 'conflict', retryable: true },
} as const
const count = integer

/** A message of a server on its way into the store, or why there is none. */
export interface SyncItem extends RemoteFlags {
  remoteId: string | null
  threadId: string | null
  message: PreparedMessage | null
  /** SHA-256 of the file that holds a large source. */
  blob: string | null
  failure: { code: string; reason: string } | null
}

/** The mailboxes of an account, for its jobs. */
export const readMailboxes = defineQuery({
  name: 'mail.read-mailboxes',
  summary: 'The mailboxes of an account as they are known',
  access: 'system',
  input: z.strictObject({ connectionId: ConnectionId }),
  output: z.object({ items: z.custom<MailboxRow[]>(Array.isArray), orphans: count }),
  example: { connectionId: exampleId },
})

/** Notes which mailboxes a server has. Those it has no more are `gone`, and their messages are taken out step by step. */
export const noteMailboxes = defineCommand({
  name: 'mail.note-mailboxes',
  summary: 'Note the mailboxes of an account',
  access: 'system',
  input: z.strictObject({ connectionId: ConnectionId, mailboxes: z.custom<RemoteMailbox[]>(Array.isArray) }),
  output: nothing,
  errors: { 'connection-not-found': 'There is no such account' },
  emits: [syncChanged],
  example: { connectionId: exampleId, mailboxes: [] },
})

/** Notes how a mailbox stands. */
export const noteMailbox = defineCommand({
  name: 'mail.note-mailbox',
  summary: 'Note the state of a mailbox',
  access: 'system',
  input: z.strictObject({
    id: MailboxId,
    uidValidity: count.optional(),
    uidNext: count.optional(),
    highestModseq: z.string().nullable().optional(),
    exists: count.optional(),
    oldestUid: count.optional(),
    window: z.string().nullable().optional(),
    state: z.enum(['pending', 'syncing', 'synced', 'failing']).optional(),
    problem: z.object({ code: text, detail: text }).nullable().optional(),
    synced: z.boolean().optional(),
  }),
  output: nothing,
  errors: { 'mailbox-not-found': mailboxErrors['mailbox-not-found'] },
  emits: [syncChanged],
  example: { id: exampleId, state: 'synced' },
})

/** Stores a batch of a mailbox and how far the mailbox is, in one transaction: a crash repeats nothing and skips nothing. */
export const storeSynced = defineCommand({
  name: 'mail.store-synced',
  summary: 'Store messages of a mailbox',
  access: 'system',
  input: z.strictObject({
    mailboxId: MailboxId,
    uidValidity: count,
    since: count.describe('When the look at the server began, in epoch milliseconds'),
    items: z.custom<SyncItem[]>(Array.isArray),
    oldestUid: count.optional().describe('How far back the walk is by this batch'),
    uidNext: count.optional().describe('Up to where new mail was met by this batch'),
  }),
  output: z.object({ stored: count, known: count }),
  errors: mailboxErrors,
  emits: [messageAdded, messageChanged, labelChanged],
  example: { mailboxId: exampleId, uidValidity: 1, since: 0, items: [] },
})

/** Takes over what a server says changed: flags, labels, and what vanished from a mailbox. */
export const applyChanges = defineCommand({
  name: 'mail.apply-changes',
  summary: 'Take over changes of a mailbox',
  access: 'system',
  input: z.strictObject({
    mailboxId: MailboxId,
    uidValidity: count,
    since: count,
    flags: z.custom<RemoteFlags[]>(Array.isArray),
    vanished: z.array(count),
    highestModseq: z.string().nullable().optional(),
  }),
  output: z.object({ changed: count }),
  errors: mailboxErrors,
  emits: [messageChanged, labelChanged],
  example: { mailboxId: exampleId, uidValidity: 1, since: 0, flags: [], vanished: [] },
})

/** Knows messages again that lay elsewhere on the server until a moment ago, without fetching them; answers their uids. */
export const adoptMessages = defineCommand({
  name: 'mail.adopt-messages',
  summary: 'Know messages again that were moved on the server',
  access: 'system',
  input: z.strictObject({
    mailboxId: MailboxId,
    uidValidity: count,
    since: count,
    items: z.custom<RemoteOverview[]>(Array.isArray),
  }),
  output: z.object({ adopted: z.array(count) }),
  errors: mailboxErrors,
  emits: [messageChanged, labelChanged],
  example: { mailboxId: exampleId, uidValidity: 1, since: 0, items: [] },
})

/**
 * Takes messages out of a mailbox that was numbered anew, or that is gone, some at a time. When none is left the
 * mailbox begins anew, or goes.
 */
export const emptyMailbox = defineCommand({
  name: 'mail.empty-mailbox',
  summary: 'Take messages out of a mailbox',
  access: 'system',
  input: z.strictObject({ mailboxId: MailboxId, limit: count, afterwards: z.enum(['begin-anew', 'forget']) }),
  output: z.object({ left: count }),
  errors: { 'mailbox-not-found': mailboxErrors['mailbox-not-found'] },
  emits: [messageChanged, labelChanged, syncChanged],
  example: { mailboxId: exampleId, limit: 200, afterwards: 'begin-anew' },
})

/**
 * Erases messages that lie in no mailbox of the account since before a moment, unless an import brought them too. Those
 * of which a copy lies somewhere become what that one says; without `erases` they alone are looked at.
 */
export const sweepOrphans = defineCommand({
  name: 'mail.sweep-orphans',
  summary: 'Erase messages that a server has no more',
  access: 'system',
  input: z.strictObject({ connectionId: ConnectionId, before: count, limit: count, erases: z.boolean() }),
  output: z.object({ seen: count, erased: count, blobs: z.array(text) }),
  emits: [messageRemoved, messageChanged, labelChanged, outgoingRemoved, draftChanged, draftRemoved],
  example: { connectionId: exampleId, before: 0, limit: 40, erases: true },
})

/** The uids of a mailbox that are here or set aside, from one on and below another. */
export const knownUids = defineQuery({
  name: 'mail.known-uids',
  summary: 'The uids of a mailbox that were met',
  access: 'system',
  input: z.strictObject({ mailboxId: MailboxId, from: count, below: count }),
  output: z.object({ uids: z.array(count) }),
  errors: { 'mailbox-not-found': mailboxErrors['mailbox-not-found'] },
  example: { mailboxId: exampleId, from: 1, below: 1000 },
})

/** Enqueues a sync of an account, unless one waits already. */
export const beginSync = defineCommand({
  name: 'mail.begin-sync',
  summary: 'Begin to sync an account',
  access: 'system',
  input: z.strictObject({ connectionId: ConnectionId }),
  output: z.object({ job: z.uuid() }),
  example: { connectionId: exampleId },
})

/** Looks at an account anew: whether to keep a connection to it, and whether to sync it. One after the other, so that the last word counts. */
export const followJob = defineJob({
  name: 'mail.follow',
  summary: 'Follow an account, or let it go',
  input: z.object({ connectionId: ConnectionId }),
})

export const beginFollow = defineCommand({
  name: 'mail.begin-follow',
  summary: 'Look at an account anew',
  access: 'system',
  input: z.strictObject({ connectionId: ConnectionId }),
  output: z.object({ job: z.uuid() }),
  example: { connectionId: exampleId },
})

/** Erases what only one account brought, in steps. */
export const forgetConnectionJob = defineJob({
  name: 'mail.forget-connection',
  summary: 'Erase the mail of an account that was removed',
  input: z.object({ connectionId: ConnectionId }),
})

export const beginForget = defineCommand({
  name: 'mail.begin-forget',
  summary: 'Begin to erase the mail of an account',
  access: 'system',
  input: z.strictObject({ connectionId: ConnectionId }),
  output: z.object({ job: z.uuid() }),
  example: { connectionId: exampleId },
})

/** Removes what is left of an account without mail. */
export const forgetConnection = defineCommand({
  name: 'mail.forget-connection',
  summary: 'Remove what is left of an account without mail',
  access: 'system',
  input: z.strictObject({ connectionId: ConnectionId }),
  output: nothing,
  emits: [outgoingRemoved],
  example: { connectionId: exampleId },
})
