import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { nothing, text } from '#contract/schema.ts'
import {
  Draft,
  draftChanged,
  DraftAttachmentId,
  DraftId,
  identityChanged,
  MessageId,
  messageRemoved,
} from '../../contract.ts'
import type { DraftColumns } from './draft-fields.ts'
import type { IdentityRow, ThreadHeaders } from './tables.ts'

const exampleId = '01933b6e-8f00-7000-8000-000000000001'

/** A file whose bytes are a blob already. */
export interface NewAttachment {
  blob: string
  filename: string
  contentType: string
  size: number
  inline: boolean
  contentId: string | null
}

const attachment = z.custom<NewAttachment>((value) => typeof value === 'object')

/** Puts a file into a draft; refused where there is no room. */
export const recordAttachment = defineCommand({
  name: 'mail.record-attachment',
  summary: 'Put a stored file into a draft',
  access: 'system',
  input: z.strictObject({ draftId: DraftId, attachment }),
  output: Draft,
  errors: {
    'draft-not-found': 'There is no such draft',
    'already-sending': 'That draft is on its way',
    'attachments-too-large': { message: 'The attachments are larger than 25 MB together', kind: 'too-large' },
    'too-many-attachments': 'A message takes at most 100 attachments',
  },
  emits: [draftChanged],
  example: {
    draftId: exampleId,
    attachment: { blob: '', filename: 'a', contentType: 'text/plain', size: 1, inline: false, contentId: null },
  },
})

/** Stores a draft that was made elsewhere than by its writer: an answer, with its quote and files. */
export const insertDraft = defineCommand({
  name: 'mail.insert-draft',
  summary: 'Store a draft that was prepared',
  access: 'system',
  input: z.strictObject({
    kind: text,
    columns: z.custom<DraftColumns>((value) => typeof value === 'object'),
    inReplyTo: MessageId.nullable(),
    threadHeaders: z.custom<ThreadHeaders | null>(),
    attachments: z.array(attachment),
    copyId: MessageId.optional().describe('Of a draft that was begun elsewhere, the message it is'),
  }),
  output: Draft,
  errors: {
    'message-not-found': 'There is no such message',
    'not-a-draft': { message: 'That message is no draft', kind: 'conflict' },
  },
  emits: [draftChanged, messageRemoved],
  example: {
    kind: 'reply',
    columns: {
      connection_id: null,
      identity_id: null,
      recipients: '{"to":[],"cc":[],"bcc":[]}',
      subject: '',
      body_text: '',
      body_html: null,
    },
    inReplyTo: null,
    threadHeaders: null,
    attachments: [],
  },
})

/** The addresses a person sends from, and the accounts in which a message lies. */
export const readSenders = defineQuery({
  name: 'mail.read-senders',
  summary: 'Who may answer a message',
  access: 'system',
  input: z.strictObject({ messageId: MessageId }),
  output: z.object({ identities: z.custom<IdentityRow[]>(Array.isArray), connectionIds: z.array(text) }),
  example: { messageId: exampleId },
})

/** Where the file of a draft lies. */
export const readDraftAttachment = defineQuery({
  name: 'mail.read-draft-attachment',
  summary: 'Where a file of a draft lies',
  access: 'system',
  input: z.strictObject({ id: DraftAttachmentId }),
  output: z.object({ blob: text, filename: text }),
  errors: { 'attachment-not-found': 'There is no such file in a draft' },
  example: { id: exampleId },
})

/** Gives a new account an address to send from; once, however often it is told. */
export const addAccountIdentity = defineCommand({
  name: 'mail.add-account-identity',
  summary: 'Send from the address of a new account',
  access: 'system',
  input: z.strictObject({ connectionId: text, address: text, name: text }),
  output: nothing,
  emits: [identityChanged],
  example: { connectionId: exampleId, address: 'ada@example.test', name: 'Ada' },
})
