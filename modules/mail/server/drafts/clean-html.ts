import { sanitizeMail } from '../html/sanitize-mail.ts'

/**
 * HTML of one's own made fit to show and to send: no scripts, handlers or forms. Pictures stay where they are, those of
 * the message by `cid:`.
 */
export function cleanHtml(html: string): string {
  return sanitizeMail(html, { cid, allowRemote: true, proxy: (url) => url }).html
}

/** Another's HTML as part of ours: without pictures from elsewhere, which would tell when it is opened. */
export function cleanQuote(html: string): string {
  return sanitizeMail(html, { cid, allowRemote: false, proxy: (url) => url }).html
}

const cid = (contentId: string) => `cid:${encodeURIComponent(contentId).replaceAll('%40', '@')}`
