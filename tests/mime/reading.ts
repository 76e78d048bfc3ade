import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseMessage } from '#modules/mail/server/mime/parse-message.ts'

/** What one parser makes of one message. */
export type Reading = {
  subject: string
  from: [name: string, address: string][]
  to: [name: string, address: string][]
  /** Seconds since 1970; null where there is none or it cannot be read. */
  date: number | null
  /** Null where there is no plain text: every reader makes its own from HTML. */
  text: string | null
  attachments: [name: string | null, type: string, size: number, sha256: string][]
}

/** The fields in which parsers are compared. */
export const fields = ['subject', 'from', 'to', 'date', 'text', 'attachments'] as const
export type FieldName = (typeof fields)[number]

/** A reading as ids and hashes: nothing of the message itself. Null stands for nothing to compare. */
export type Fingerprint = Record<FieldName, string | null>

/** Read a file with our own parser. */
export function readWithDaybook(path: string): Reading {
  const mail = parseMessage(readFileSync(path))
  return {
    subject: mail.subject,
    from: mail.from.map(({ name, address }) => [name, address]),
    to: mail.to.map(({ name, address }) => [name, address]),
    date: mail.date === null ? null : Math.floor(mail.date / 1000),
    text: mail.text,
    attachments: mail.attachments.map(({ filename, contentType, size, sha256 }) => [
      filename,
      contentType,
      size,
      sha256,
    ]),
  }
}

/** Make a reading comparable: white space, letter case of addresses and the order of attachments do not count. */
export function fingerprint(reading: Reading): Fingerprint {
  return {
    subject: digest(plain(reading.subject)),
    from: digest(people(reading.from)),
    to: digest(people(reading.to)),
    date: reading.date === null ? 'none' : String(reading.date),
    text: reading.text === null || plain(reading.text) === '' ? null : digest(plain(reading.text)),
    attachments: reading.attachments.map(attachment).sort().join(' ') || 'none',
  }
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}

function people(list: Reading['from']): string {
  return list.map(([name, address]) => `${plain(name)} <${address.toLowerCase()}>`).join('\n')
}

function attachment([name, type, size, sha256]: Reading['attachments'][number]): string {
  return [name === null || name === '' ? '-' : digest(plain(name)), type, size, sha256].join('|')
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
