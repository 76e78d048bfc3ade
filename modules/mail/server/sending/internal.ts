import { z } from 'zod'
import { defineCommand } from '#contract/operation.ts'
import { boolean, integer, nothing, text, textOrNull } from '#contract/schema.ts'
import {
  draftChanged,
  draftRemoved,
  identityChanged,
  messageAdded,
  messageChanged,
  outgoingChanged,
  OutgoingId,
} from '../../contract.ts'
import type { OutgoingRow } from '../drafts/tables.ts'
import type { PreparedMessage } from '../import/prepared-message.ts'

const exampleId = '01933b6e-8f00-7000-8000-000000000001'
const notFound = { 'outgoing-not-found': 'There is no such message on its way' } as const

/** Why a try did not send a message: `detail` may quote the server. */
export interface SendProblem {
  code: string
  detail: string
}

/** A recipient the server did not take, in its words. */
export interface RefusedRecipient {
  address: string
  detail: string
}

/**
 * Takes a message for one try. What to do with it: `send` it; `keep` a copy of one that was sent; or `rest`, because it
 * is not its time, or because a try of this job ended without a word: then it is unsure, and is not sent again.
 */
export const beginDelivery = defineCommand({
  name: 'mail.begin-delivery',
  summary: 'Take a message that is to be sent',
  access: 'system',
  input: z.strictObject({ id: OutgoingId, jobId: text }),
  output: z.object({ step: z.enum(['send', 'keep', 'rest']), row: z.custom<OutgoingRow | null>() }),
  emits: [outgoingChanged],
  example: { id: exampleId, jobId: exampleId },
})

/** Names the file with the source: every try sends the same bytes. */
export const noteComposed = defineCommand({
  name: 'mail.note-composed',
  summary: 'Note where the source of a message lies',
  access: 'system',
  input: z.strictObject({ id: OutgoingId, blob: text }),
  output: nothing,
  errors: notFound,
  example: { id: exampleId, blob: '' },
})

/** Notes, before the first byte of a message leaves, that from now on nobody knows whether it arrived. */
export const noteSending = defineCommand({
  name: 'mail.note-sending',
  summary: 'Note that a message is leaving',
  access: 'system',
  input: z.strictObject({ id: OutgoingId, attempt: integer }),
  output: nothing,
  errors: { 'already-taken': 'That message was taken back, or another try has it' },
  emits: [outgoingChanged],
  example: { id: exampleId, attempt: 1 },
})

/** Notes that the server has taken a message; its draft goes. */
export const noteSent = defineCommand({
  name: 'mail.note-sent',
  summary: 'Note that a message was sent',
  access: 'system',
  input: z.strictObject({
    id: OutgoingId,
    attempt: integer,
    refused: z.custom<RefusedRecipient[]>(Array.isArray),
  }),
  output: nothing,
  errors: { 'already-taken': 'Another try has that message' },
  emits: [outgoingChanged, draftRemoved, messageChanged],
  example: { id: exampleId, attempt: 1, refused: [] },
})

/** Stores the copy of a sent message among its person's mail. */
export const keepSent = defineCommand({
  name: 'mail.keep-sent',
  summary: 'Store the copy of a sent message',
  access: 'system',
  input: z.strictObject({
    id: OutgoingId,
    message: z.custom<PreparedMessage>((value) => typeof value === 'object'),
    blob: textOrNull,
  }),
  output: nothing,
  errors: notFound,
  emits: [outgoingChanged, messageAdded, messageChanged],
  example: { id: exampleId, message: {} as PreparedMessage, blob: null },
})

/** Notes how a try failed: it waits for another, or is unsure, or is given back as a draft. */
export const noteUnsent = defineCommand({
  name: 'mail.note-unsent',
  summary: 'Note that a message was not sent',
  access: 'system',
  input: z.strictObject({
    id: OutgoingId,
    attempt: integer,
    outcome: z.enum(['later', 'unsure', 'failed']),
    problem: z.custom<SendProblem>((value) => typeof value === 'object'),
    refused: z.custom<RefusedRecipient[]>(Array.isArray),
  }),
  output: nothing,
  emits: [outgoingChanged, draftChanged],
  example: { id: exampleId, attempt: 1, outcome: 'later', problem: { code: 'a', detail: 'a' }, refused: [] },
})

/** What belonged to an account that was removed: its addresses go, and what waited for it is given back. */
export const forgetAccount = defineCommand({
  name: 'mail.forget-account',
  summary: 'Forget the addresses of a removed account',
  access: 'system',
  input: z.strictObject({ connectionId: text }),
  output: nothing,
  emits: [identityChanged, outgoingChanged, draftChanged],
  example: { connectionId: exampleId },
})

/** Erases some drafts and outgoing mail of a person, or of all of a workspace; `blobs` names files nobody needs now. */
export const eraseDrafts = defineCommand({
  name: 'mail.erase-drafts',
  summary: 'Erase drafts, outgoing mail and addresses',
  access: 'system',
  input: z.strictObject({ everybody: boolean, limit: integer }),
  output: z.object({ erased: integer, blobs: z.array(text) }),
  example: { everybody: false, limit: 50 },
})
