import { createReadStream } from 'node:fs'
import { readArchive } from '#modules/mail/server/archive/read-archive.ts'
import type { Dovecot } from '#testing/dovecot.ts'
import type { DaybookProcess } from './daybook-process.ts'

/** Fills an INBOX with the messages of archives; answers how many. What the server builds at the first look is built. */
export async function fillInbox(dovecot: Dovecot, archives: readonly string[]): Promise<number> {
  let count = 0
  for (const archive of archives) {
    const sources: Uint8Array[] = []
    for await (const { source } of readArchive(createReadStream(archive), { name: archive })) sources.push(source)
    await dovecot.prefill(sources)
    count += sources.length
  }
  await dovecot.run(['SELECT INBOX', 'UID FETCH 1:* (FLAGS INTERNALDATE RFC822.SIZE)'])
  return count
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
