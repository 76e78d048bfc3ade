import { endpoint } from '#kernel/handlers.ts'
import { getMessageHtml } from '../../contract.ts'
import { mailDocument, mailPolicyHeader } from '../html/mail-document.ts'
import { sanitizeMail } from '../html/sanitize-mail.ts'
import { textToHtml } from '../html/text-to-html.ts'
import { parseMessage } from '../mime/parse-message.ts'
import { InlineImages } from '../html/inline-images.ts'
import { loadSource } from '../store/load-source.ts'

export default endpoint(getMessageHtml, async (context, { id }) => {
  const { source } = await loadSource(context, id)
  const message = parseMessage(source)
  const images = new InlineImages(source, message.attachments)
  const sanitized = message.html === null ? null : sanitizeMail(message.html, { cid: (contentId) => images.dataUrl(contentId), allowRemote: false, proxy: (url) => url })
  return new Response(mailDocument({ html: sanitized?.html ?? textToHtml(message.text) }), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': mailPolicyHeader(),
      'x-blocked-remote': String(sanitized?.blockedRemote ?? 0),
      'cache-control': 'private, no-cache',
    },
  })
})
