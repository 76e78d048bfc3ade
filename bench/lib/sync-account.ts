import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { readArchive } from '#modules/mail/server/archive/read-archive.ts'
import type { Dovecot } from '#testing/dovecot.ts'
import type { DaybookProcess } from './daybook-process.ts'
import type { ZipfMail } from './zipf-mail.ts'

/** Fills an INBOX with the messages of archives; answers how many. */
export async function fillInbox(dovecot: Dovecot, archives: readonly string[]): Promise<number> {
  let count = 0
  for (const archive of archives) count += await fillFrom(dovecot, createReadStream(archive), archive)
  await lookOnce(dovecot)
  return count
}

/** Fills an INBOX with mail that nobody wrote; answers how many messages. */
export async function fillInboxWith(dovecot: Dovecot, mail: ZipfMail): Promise<number> {
  let count = 0
  for (const { mbox } of mail.archives()) count += await fillFrom(dovecot, Readable.from(bytesOf(mbox)), 'mail.mbox')
  await lookOnce(dovecot)
  return count
}

const AT_ONCE = 1000

async function fillFrom(dovecot: Dovecot, archive: Readable, name: string): Promise<number> {
  let count = 0
  const sources: Uint8Array[] = []
  for await (const { source } of readArchive(archive, { name })) {
    sources.push(source)
    count += 1
    if (sources.length === AT_ONCE) await dovecot.prefill(sources.splice(0))
  }
  await dovecot.prefill(sources)
  return count
}

function* bytesOf(texts: Iterable<string>): Generator<Buffer> {
  for (const text of texts) yield Buffer.from(text)
}

/** What the server builds at the first look is built. */
function lookOnce(dovecot: Dovecot): Promise<string> {
  return dovecot.run(['SELECT INBOX', 'UID FETCH 1:* (FLAGS INTERNALDATE RFC822.SIZE)'])
}

/** Connects the account of a Dovecot at a port, as a person does. */
export function connectAccount(daybook: DaybookProcess, port: number): Promise<{ id: string }> {
  return daybook.call<{ id: string }>('POST', '/connections', {
    address: 'alice@example.test',
    username: 'alice',
    password: 'secret',
    imapHost: '127.0.0.1',
    imapPort: port,
    imapSecurity: 'none',
  })
}
