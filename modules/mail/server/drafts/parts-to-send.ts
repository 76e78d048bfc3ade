import { SEND_LIMITS } from '../../contract.ts'
import type { MailAttachment, ParsedMessage } from '../mime/types.ts'

/**
 * The parts of a message that go with an answer to it: of a forward the chosen ones, or all; and the pictures that the
 * quoted HTML shows.
 */
export function partsToSend(
  { attachments }: ParsedMessage,
  { forwards, html, chosen }: { forwards: boolean; html: string | null; chosen: ReadonlySet<string> | null },
): MailAttachment[] {
  return attachments.filter((part) => {
    if (isShown(part, html)) return true
    return forwards && (chosen ? chosen.has(part.partId) : true)
  })
}

/** Whether the parts fit into a message. */
export function fitOf(parts: MailAttachment[]): 'attachments-too-large' | 'too-many-attachments' | null {
  if (parts.length > SEND_LIMITS.attachments) return 'too-many-attachments'
  const bytes = parts.reduce((total, { size }) => total + size, 0)
  return bytes > SEND_LIMITS.attachmentBytes ? 'attachments-too-large' : null
}

/** A picture of the message, named by the HTML. */
export function isShown({ contentId, contentType }: MailAttachment, html: string | null): boolean {
  return contentId !== null && html !== null && contentType.startsWith('image/') && html.includes(cidOf(contentId))
}

const cidOf = (contentId: string) => `cid:${encodeURIComponent(contentId).replaceAll('%40', '@')}`
