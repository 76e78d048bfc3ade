import { isTarHeader } from './tar-header.ts'

/** What the first bytes of a file say it is. */
export type ArchiveKind = 'empty' | 'gzip' | 'tar' | 'mbox' | 'message' | 'unsupported' | 'unknown'

/** Bytes that `detectKind` wants to see, where the file has so many. */
export const detectionBytes = 8 * 1024

/** Tells the kind by content; the name decides only whether text without any header is a message (`.eml`). */
export function detectKind(head: Buffer, name: string): ArchiveKind {
  if (head.length === 0) return 'empty'
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  if (unsupported.some((magic) => head.subarray(0, magic.length).equals(magic))) return 'unsupported'
  if (isTarHeader(head)) return 'tar'

  const text = head.toString('latin1', 0, head.length).replace(/^(?:\xef\xbb\xbf)?[\r\n]*/, '')
  if (/^From [^:\n]*[^\s:]/.test(text) && !/^From [ \t]*:/.test(text)) return 'mbox'
  if (looksLikeMail(text)) return 'message'
  if (/\.eml$/i.test(name) && !text.includes('\0')) return 'message'
  return 'unknown'
}

const unsupported = [
  Buffer.from('PK\x03\x04', 'latin1'),
  Buffer.from('PK\x05\x06', 'latin1'),
  Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1'),
  Buffer.from('Rar!\x1a\x07', 'latin1'),
  Buffer.from('BZh', 'latin1'),
  Buffer.from('\xfd7zXZ\x00', 'latin1'),
  Buffer.from('\x28\xb5\x2f\xfd', 'latin1'),
  // Outlook's folders (.pst) and messages (.msg).
  Buffer.from('!BDN', 'latin1'),
  Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'),
]

const mailField =
  /^(?:from|to|cc|bcc|subject|date|sender|reply-to|message-id|return-path|received|delivered-to|envelope-to|mime-version|content-[a-z-]+|in-reply-to|references|list-[a-z]+|resent-[a-z-]+|dkim-signature|arc-[a-z-]+|authentication-results|x-[!-9;-~]+)[ \t]*:/im

function looksLikeMail(text: string): boolean {
  // A header ends with the first empty line; one field of mail in it tells it from other text with colons.
  const header = text.replace(/^\s+/, '').split(/\r?\n\r?\n/, 1)[0] ?? ''
  const first = /^>?[!-9;-~]+[ \t]*:|^>From /.test(header)
  return mailField.test(header) && (first || /\n[!-9;-~]+[ \t]*:/.test(header))
}
