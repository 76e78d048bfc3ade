import { parseMessage } from '../mime/parse-message.ts'
import { InlineImages } from './inline-images.ts'
import { mailDocument, mailPolicyHeader } from './mail-document.ts'
import { sanitizeMail } from './sanitize-mail.ts'
import { textToHtml } from './text-to-html.ts'

/** How remote images are shown where they are. */
export interface RemoteImages {
  /** Our own address that fetches an image; null where it cannot be fetched. */
  proxy: (url: string) => string | null
  /** The sources of these addresses, for the policy. */
  sources: string[]
}

/**
 * A message as a document for the sandboxed frame, with the policy it is served under. Remote content is blocked but for
 * images, where they are to be shown: these come from Daybook itself.
 */
export function renderMessage(
  source: Uint8Array,
  remote: RemoteImages | null = null,
): { html: string; policy: string; blockedRemote: number } {
  const message = parseMessage(source)
  const sources = remote?.sources ?? []
  const policy = mailPolicyHeader(sources)
  if (message.html === null) return { html: mailDocument({ html: textToHtml(message.text) }), policy, blockedRemote: 0 }

  const images = new InlineImages(source, message.attachments)
  const { html, blockedRemote } = sanitizeMail(message.html, {
    cid: (contentId) => images.dataUrl(contentId),
    allowRemote: remote !== null,
    proxy: remote?.proxy ?? (() => null),
  })
  return { html: mailDocument({ html, images: sources }), policy, blockedRemote }
}
