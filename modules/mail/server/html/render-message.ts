import { parseMessage } from '../mime/parse-message.ts'
import { InlineImages } from './inline-images.ts'
import { mailDocument, mailPolicyHeader } from './mail-document.ts'
import { sanitizeMail } from './sanitize-mail.ts'
import { textToHtml } from './text-to-html.ts'

/** A message as a document for the sandboxed frame, with the policy it is served under. Remote content is blocked. */
export function renderMessage(source: Uint8Array): { html: string; policy: string; blockedRemote: number } {
  const message = parseMessage(source)
  const policy = mailPolicyHeader()
  if (message.html === null) return { html: mailDocument({ html: textToHtml(message.text) }), policy, blockedRemote: 0 }

  const images = new InlineImages(source, message.attachments)
  const { html, blockedRemote } = sanitizeMail(message.html, {
    cid: (contentId) => images.dataUrl(contentId),
    allowRemote: false,
    proxy: (url) => url,
  })
  return { html: mailDocument({ html }), policy, blockedRemote }
}
