import { z } from 'zod'
import { defineEndpoint } from '#contract/operation.ts'
import { text } from '#contract/schema.ts'
import { AttachmentId, MessageId } from './records.ts'

const exampleId = '01933b6e-8f00-7000-8000-000000000001'
const notFound = { 'message-not-found': 'There is no such message' } as const

export const getMessageHtml = defineEndpoint({
  name: 'mail.html',
  summary: 'The message as a sanitised document for a sandboxed frame; remote images only where they are allowed',
  access: 'member',
  input: z.strictObject({
    id: MessageId,
    images: z
      .enum(['blocked', 'shown'])
      .optional()
      .describe('Remote images this once; unless said, they are shown for senders on the list alone'),
  }),
  output: text,
  errors: notFound,
  http: 'GET /emails/{id}/html',
  example: { id: exampleId },
})

export const getMessageSource = defineEndpoint({
  name: 'mail.source',
  summary: 'The raw source of a message (RFC 5322), as it was received',
  access: 'member',
  input: z.strictObject({ id: MessageId }),
  output: text,
  errors: notFound,
  http: 'GET /emails/{id}/source',
  example: { id: exampleId },
})

export const getAttachment = defineEndpoint({
  name: 'mail.attachment',
  summary: 'The bytes of an attachment, always as a download',
  access: 'member',
  input: z.strictObject({ id: AttachmentId }),
  output: text,
  errors: { 'attachment-not-found': 'There is no such attachment' },
  http: 'GET /attachments/{id}',
  example: { id: exampleId },
})
