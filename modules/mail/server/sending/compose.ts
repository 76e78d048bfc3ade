import { createHash } from 'node:crypto'
import type { Blobs } from '#kernel/ports.ts'
import type { Envelope, FrozenAttachment, FrozenContent } from '../drafts/tables.ts'
import { toWireAddress } from './international.ts'

/** What a message is made of. */
export interface Frozen {
  messageId: string
  subject: string
  envelope: Envelope
  content: FrozenContent
}

/**
 * Makes the source of a message (RFC 5322): the same bytes however often. Blind copies stand in the envelope alone, but of
 * a draft, which nobody gets. Bounded by the limit of attachments: at most some 36 MB.
 */
export async function compose(
  { messageId, subject, envelope, content }: Frozen,
  blobs: Blobs,
  { isDraft = false } = {},
): Promise<Buffer> {
  // Loaded with the first message that is sent: a start needs it not.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const { thread } = content
  const mail = new MailComposer({
    from: toHeader(envelope.from),
    to: envelope.to.map(toHeader),
    cc: envelope.cc.map(toHeader),
    ...(isDraft && { bcc: envelope.bcc.map(toHeader) }),
    ...(content.replyTo !== null && { replyTo: toHeader({ name: '', address: content.replyTo }) }),
    subject,
    messageId: `<${messageId}>`,
    date: new Date(content.date),
    ...(thread?.inReplyTo && { inReplyTo: `<${thread.inReplyTo}>` }),
    ...(thread && { references: thread.references.map((id) => `<${id}>`) }),
    text: content.text,
    ...(content.html !== null && { html: documentOf(content.html) }),
    attachments: await Promise.all(content.attachments.map((attachment) => toPart(attachment, blobs))),
    // Nothing in a message names a file or an address of this machine.
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
    baseBoundary: createHash('sha256').update(messageId).digest('hex').slice(0, 24),
  })
  const parts: Buffer[] = []
  const root = mail.compile()
  root.keepBcc = isDraft
  for await (const part of root.createReadStream()) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** An address as an object is not parsed again, so that no second one hides in it. */
function toHeader({ name, address }: { name: string; address: string }) {
  return { name, address: toWireAddress(address) }
}

async function toPart({ blob, filename, contentType, inline, contentId }: FrozenAttachment, blobs: Blobs) {
  const bytes = await blobs.get(blob)
  if (!bytes) throw new Error(`The file ${blob} is gone`)
  return {
    content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    filename,
    contentType,
    contentDisposition: inline ? 'inline' : 'attachment',
    ...(contentId !== null && { cid: contentId }),
    // An enclosed message is encoded like any file: nobody on the way may change it.
    contentTransferEncoding: 'base64',
  }
}

function documentOf(html: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"></head><body>${html}</body></html>`
}
