import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { defineJob } from '#contract/job.ts'
import { defineCommand, defineEndpoint, defineQuery } from '#contract/operation.ts'
import { boolean, id, instant, integer, page, pageInput, text } from '#contract/schema.ts'
import { defineSetting } from '#contract/setting.ts'
import { ConnectionId } from '../../connections/contract.ts'
import { Draft, DraftId, draftChanged, draftRemoved, SEND_LIMITS } from './drafts.ts'
import { messageChanged } from './events.ts'
import { headerText, IdentityId } from './identities.ts'
import { Address, MessageId } from './records.ts'

const exampleId = '01933b6e-8f00-7000-8000-000000000001'

export const OutgoingId = id('mail.outgoing')

/**
 * `held` until its time, when undo is simple; `waiting` for the server, also after it said "later"; `sending` from
 * before its first byte leaves until the server has answered; `unsure` where that answer never came: it may have been
 * sent, and is not sent again unless its person says so.
 */
export const OutgoingState = z.enum(['held', 'waiting', 'sending', 'sent', 'unsure', 'failed', 'cancelled'])
export type OutgoingState = z.infer<typeof OutgoingState>

/** A message on its way out. */
export const Outgoing = z
  .object({
    id: OutgoingId,
    state: OutgoingState,
    draftId: DraftId.nullable().describe('The draft, until it is sent'),
    connectionId: ConnectionId.nullable(),
    from: Address,
    to: z.array(Address),
    cc: z.array(Address),
    bcc: z.array(Address),
    subject: text,
    messageIdHeader: z.string().describe('Its Message-ID, without brackets, the same in every try'),
    sendAt: instant().describe('When it is, or was, to go; after a refusal for now, when it is tried next'),
    undoUntil: instant(),
    attempts: integer,
    problem: z
      .object({ code: text, detail: z.string().describe("For people; may quote the server's words") })
      .nullable(),
    refused: z
      .array(z.object({ address: text, detail: text }))
      .describe('Recipients the server refused, in its words; the others have it'),
    sentCopy: MessageId.nullable().describe('The copy among your mail, once it is sent'),
    createdAt: instant(),
    sentAt: instant().nullable(),
  })
  .meta({ id: 'Outgoing' })
export type Outgoing = z.infer<typeof Outgoing>

export const outgoingChanged = defineEvent({
  name: 'mail.outgoing-changed',
  summary: 'A message on its way out got another state',
  audience: 'person',
  data: z.object({ id: OutgoingId, state: OutgoingState }),
})

export const undoSeconds = defineSetting<number>({
  name: 'mail.undo-seconds',
  summary: 'How many seconds a message waits before it goes, 0 to 30: so long you can take it back',
  level: 'person',
  schema: z.number().int().min(0).max(30),
  default: 10,
})

export const deliverJob = defineJob({
  name: 'mail.deliver',
  summary: 'Hand a message to the mail server of its account',
  input: z.object({ id: OutgoingId }),
  concurrency: 4,
})

const outgoingNotFound = { 'outgoing-not-found': 'There is no such message on its way' } as const

/** Why a message cannot be sent as it is. */
export const sendErrors = {
  'no-recipient': {
    message: 'Nobody is to get it',
    kind: 'validation',
    remedy: 'Add an address.',
  },
  'bad-address': {
    message: 'One of the addresses is not one',
    kind: 'validation',
    remedy: 'Mend the address named in errors.',
  },
  'too-many-recipients': { message: 'A message takes at most 500 recipients', kind: 'validation' },
  'no-sender': {
    message: 'There is no account to send from',
    kind: 'conflict',
    remedy: 'Connect an account with a server for sending, or choose another sender.',
  },
  'account-paused': {
    message: 'The account it is to go from is paused',
    kind: 'conflict',
    remedy: 'Resume the account, or choose another sender.',
  },
  'too-late': { message: 'That time is past', kind: 'validation', remedy: 'Choose a time to come.' },
  'too-far': { message: 'That is more than two years ahead', kind: 'validation' },
} as const

export const sendDraft = defineCommand({
  name: 'mail.send',
  summary: 'Send a draft, now or at a time; for a few seconds it can be taken back',
  access: 'member',
  input: z.strictObject({
    draftId: DraftId,
    rev: z.number().int().min(1).optional().describe('The revision that was read'),
    at: instant().optional().describe('When it is to go; now unless given'),
  }),
  output: Outgoing,
  errors: {
    ...sendErrors,
    'draft-not-found': 'There is no such draft',
    'already-sending': { message: 'That draft is on its way', kind: 'conflict' },
  },
  http: 'POST /drafts/{draftId}/send',
  cli: { name: 'draft send', positional: ['draftId'] },
  agent: { confirm: 'always' },
  emits: [draftChanged, outgoingChanged],
  example: { draftId: exampleId },
})

/** `Ada <ada@example.test>` or the address alone. */
const writtenAddresses = () => z.array(headerText(900)).max(SEND_LIMITS.recipients)

export const composeAndSend = defineEndpoint({
  name: 'mail.compose-and-send',
  summary: 'Write and send a message in one step',
  access: 'member',
  input: z.strictObject({
    to: writtenAddresses().describe('Addresses, each alone or as "Name <address>"'),
    cc: writtenAddresses().default([]),
    bcc: writtenAddresses().default([]),
    subject: headerText(2000).default(''),
    text: z.string().max(400_000).optional(),
    bodyFile: id('kernel.upload').optional().describe('An uploaded text instead, in UTF-8'),
    html: z.string().max(500_000).optional(),
    attachments: z.array(id('kernel.upload')).max(SEND_LIMITS.attachments).default([]).describe('Uploaded files'),
    identityId: IdentityId.optional().describe('Who it is from; the default unless given'),
    at: instant().optional().describe('When it is to go; now unless given'),
  }),
  output: Outgoing,
  errors: {
    ...sendErrors,
    'identity-not-found': 'There is no such address to send from',
    'upload-not-found': 'There is no such upload',
    'body-file-too-large': { message: 'That file is too long for the text of a message', kind: 'too-large' },
    'attachments-too-large': {
      message: 'The attachments are larger than 25 MB together',
      kind: 'too-large',
      remedy: 'Send fewer files, or a link to them.',
    },
    'too-many-attachments': { message: 'A message takes at most 100 attachments', kind: 'validation' },
  },
  http: 'POST /emails/send',
  cli: { name: 'mail send', file: 'bodyFile' },
  agent: { confirm: 'always' },
  example: { to: ['Ben <ben@example.test>'], subject: 'Lunch', text: 'At noon?' },
})

export const undoSend = defineCommand({
  name: 'mail.undo-send',
  summary: 'Take a message back that has not gone yet; its draft is given back whole',
  access: 'member',
  input: z.strictObject({ id: OutgoingId }),
  output: Draft,
  errors: {
    ...outgoingNotFound,
    'already-sent': { message: 'That message has gone, or is just going', kind: 'conflict' },
    'already-cancelled': 'That message was taken back',
  },
  http: 'POST /outgoing/{id}/undo',
  cli: { name: 'outgoing undo', positional: ['id'] },
  emits: [draftChanged, outgoingChanged],
  example: { id: exampleId },
})

export const retryOutgoing = defineCommand({
  name: 'mail.retry-outgoing',
  summary: 'Send a waiting message now, or an unsure one again although it may have arrived',
  access: 'member',
  input: z.strictObject({ id: OutgoingId }),
  output: Outgoing,
  errors: {
    ...outgoingNotFound,
    'nothing-to-retry': {
      message: 'That message waits for nothing',
      kind: 'conflict',
      remedy: 'One that failed is a draft again: send that.',
    },
  },
  http: 'POST /outgoing/{id}/retry',
  cli: { name: 'outgoing retry', positional: ['id'] },
  agent: { confirm: 'always' },
  emits: [outgoingChanged],
  example: { id: exampleId },
})

export const confirmOutgoing = defineCommand({
  name: 'mail.confirm-outgoing',
  summary: 'Say of an unsure message that it did arrive, so that it counts as sent',
  access: 'member',
  input: z.strictObject({ id: OutgoingId }),
  output: Outgoing,
  errors: {
    ...outgoingNotFound,
    'not-unsure': { message: 'Nobody doubts that message', kind: 'conflict' },
  },
  http: 'POST /outgoing/{id}/confirm',
  cli: { name: 'outgoing confirm', positional: ['id'] },
  emits: [outgoingChanged, draftRemoved, messageChanged],
  example: { id: exampleId },
})

export const getOutgoing = defineQuery({
  name: 'mail.get-outgoing',
  summary: 'Read one message on its way out',
  access: 'member',
  input: z.strictObject({ id: OutgoingId }),
  output: Outgoing,
  errors: outgoingNotFound,
  http: 'GET /outgoing/{id}',
  cli: { name: 'outgoing show', positional: ['id'] },
  example: { id: exampleId },
})

export const listOutgoing = defineQuery({
  name: 'mail.list-outgoing',
  summary: 'List messages on their way out, the newest first',
  access: 'member',
  input: z.strictObject({
    ...pageInput,
    open: z
      .stringbool()
      .or(boolean)
      .default(false)
      .describe('Only what needs time or somebody: held, waiting, sending, unsure, failed'),
  }),
  output: page(Outgoing),
  http: 'GET /outgoing',
  cli: { name: 'outgoing list' },
  example: {},
})
