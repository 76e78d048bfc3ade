import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { id, instant, page, pageInput } from '#contract/schema.ts'

const exampleId = '01933b6e-8f00-7000-8000-000000000001'

export const BlockedSenderId = id('mail.blocked-sender')
export const ImageSenderId = id('mail.image-sender')

const listed = {
  sender: z.string().describe('An address, or a domain such as `example.org`'),
  createdAt: instant(),
}
/** An address, or a domain with all below it, whose new mail goes to junk. */
export const BlockedSender = z.object({ id: BlockedSenderId, ...listed }).meta({ id: 'BlockedSender' })
export type BlockedSender = z.infer<typeof BlockedSender>
/** An address, or a domain with all below it, whose remote images are shown. */
export const ImageSender = z.object({ id: ImageSenderId, ...listed }).meta({ id: 'ImageSender' })
export type ImageSender = z.infer<typeof ImageSender>
/** An entry of either list. */
export type Sender = BlockedSender | ImageSender

const sender = z.string().trim().min(1).max(320).describe('An address, or a domain such as `example.org`')
const notASender = {
  'not-a-sender': { message: 'That is neither an address nor a domain', kind: 'validation' },
} as const
const senderNotFound = { 'sender-not-found': 'There is no such sender on the list' } as const

export const sendersChanged = defineEvent({
  name: 'mail.senders-changed',
  summary: 'A sender was blocked or unblocked, or may show remote images, or no longer',
  audience: 'person',
  data: z.object({ id: z.uuid() }),
})

export const blockSender = defineCommand({
  name: 'mail.block-sender',
  summary: 'Put new mail of an address or a domain into junk',
  access: 'member',
  input: z.strictObject({ sender }),
  output: BlockedSender,
  errors: { ...notASender, 'already-blocked': 'That sender is blocked' },
  http: 'POST /blocked-senders',
  cli: { name: 'mail block', positional: ['sender'] },
  emits: [sendersChanged],
  example: { sender: 'offers@shop.example' },
})

export const unblockSender = defineCommand({
  name: 'mail.unblock-sender',
  summary: 'Let a sender in again; what lies in junk stays there',
  access: 'member',
  input: z.strictObject({ id: BlockedSenderId }),
  output: BlockedSender,
  errors: senderNotFound,
  http: 'DELETE /blocked-senders/{id}',
  cli: { name: 'mail unblock', positional: ['id'] },
  emits: [sendersChanged],
  example: { id: exampleId },
})

export const listBlockedSenders = defineQuery({
  name: 'mail.list-blocked-senders',
  summary: 'List blocked senders, newest first',
  access: 'member',
  input: z.strictObject({ ...pageInput }),
  output: page(BlockedSender),
  http: 'GET /blocked-senders',
  cli: { name: 'mail blocked' },
  example: {},
})

export const allowImages = defineCommand({
  name: 'mail.allow-images',
  summary: 'Show the remote images of an address or a domain, always fetched by Daybook',
  access: 'member',
  input: z.strictObject({ sender }),
  output: ImageSender,
  errors: { ...notASender, 'already-allowed': 'Images of that sender are shown' },
  http: 'POST /image-senders',
  cli: { name: 'mail allow-images', positional: ['sender'] },
  emits: [sendersChanged],
  example: { sender: 'news@club.example' },
})

export const disallowImages = defineCommand({
  name: 'mail.disallow-images',
  summary: 'Show the remote images of a sender no longer',
  access: 'member',
  input: z.strictObject({ id: ImageSenderId }),
  output: ImageSender,
  errors: senderNotFound,
  http: 'DELETE /image-senders/{id}',
  cli: { name: 'mail disallow-images', positional: ['id'] },
  emits: [sendersChanged],
  example: { id: exampleId },
})

export const listImageSenders = defineQuery({
  name: 'mail.list-image-senders',
  summary: 'List the senders whose remote images are shown, newest first',
  access: 'member',
  input: z.strictObject({ ...pageInput }),
  output: page(ImageSender),
  http: 'GET /image-senders',
  cli: { name: 'mail image-senders' },
  example: {},
})
