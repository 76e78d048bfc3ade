import type { MessageFlags } from './archive-item.ts'

/** What the path of a file in a Maildir says; null where it is not a delivered message. */
export interface MaildirPlace {
  mailbox: string | null
  flags: MessageFlags
}

/**
 * Reads `folder/cur/name:2,FRS` (also `!2,` and `;2,`, for file systems without a colon) and the folder names of
 * Maildir++ (`.Sub.Folder`) and of nested Maildirs (`root/Sub/Folder`).
 */
export function maildirPlace(path: string): MaildirPlace | null {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.')
  const name = parts.pop()
  const box = parts.pop()
  if (!name || (box !== 'cur' && box !== 'new')) return null
  return { mailbox: mailboxOf(parts), flags: flagsOf(name) }
}

/** Whether a path lies in a Maildir but is no message: an undelivered file or a server's own record. */
export function isMaildirRecord(path: string): boolean {
  return records.test(path)
}

const records =
  /(?:^|\/)(?:tmp\/[^/]*|maildirfolder|maildirsize|subscriptions|dovecot[^/]*|courier[^/]*|\.(?:uidvalidity|mbsyncstate[^/]*|lock)|\.notmuch\/.*)$/

function flagsOf(name: string): MessageFlags {
  const letters = /[:!;]2,([A-Za-z]*)$/.exec(name)?.[1] ?? ''
  return {
    seen: letters.includes('S'),
    flagged: letters.includes('F'),
    answered: letters.includes('R'),
    draft: letters.includes('D'),
    trashed: letters.includes('T'),
  }
}

function mailboxOf(folders: string[]): string | null {
  const last = folders.at(-1)
  if (last?.startsWith('.') && last.length > 1 && last !== '..') {
    return last.slice(1).split('.').map(decodeModifiedUtf7).join('/')
  }
  // The first folder is the Maildir itself.
  const nested = folders.slice(1)
  return nested.length > 0 ? nested.map(decodeModifiedUtf7).join('/') : null
}

/** Decodes a mailbox name as IMAP servers write it to disk (RFC 3501, 5.1.3). */
function decodeModifiedUtf7(name: string): string {
  return name.replace(/&([A-Za-z0-9+,]*)-/g, (_, encoded: string) => {
    if (encoded === '') return '&'
    const bytes = Buffer.from(encoded.replaceAll(',', '/'), 'base64')
    return bytes
      .subarray(0, bytes.length & ~1)
      .swap16()
      .toString('utf16le')
  })
}
