import { setTimeout as sleep } from 'node:timers/promises'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { Dovecot } from '#testing/dovecot.ts'

/** An account as a provider has it: a real Dovecot and a real SMTP server, on this machine. */
export interface MailAccount extends AsyncDisposable {
  address: string
  username: string
  password: string
  imap: Dovecot
  smtpPort: number
  /** The next message that the SMTP server was given with such a subject. */
  sent: (subject: string) => Promise<Email>
  /** How many it was given so far. */
  count: () => number
}

export async function openMailAccount(): Promise<MailAccount> {
  const letters: Email[] = []
  const imap = await Dovecot.start()
  const server = new SMTPServer({
    authOptional: false,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _, done) =>
      username === 'alice' && password === 'secret'
        ? done(null, { user: username })
        : done(new Error('Wrong user or password')),
    onData(stream, _session, done) {
      void keep(stream).then(() => done(), done)
    },
  })
  async function keep(stream: NodeJS.ReadableStream): Promise<void> {
    letters.push(await PostalMime.parse(await buffer(stream)))
  }
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: 'alice@example.test',
    username: 'alice',
    password: 'secret',
    imap,
    smtpPort: (server.server.address() as AddressInfo).port,
    count: () => letters.length,
    async sent(subject) {
      for (let tries = 0; tries < 300; tries++) {
        const found = letters.find((letter) => letter.subject === subject)
        if (found) return found
        await sleep(100)
      }
      throw new Error(`Nothing called ${subject} was sent, but ${letters.map((letter) => letter.subject).join(', ')}`)
    },
    async [Symbol.asyncDispose]() {
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await imap[Symbol.asyncDispose]()
    },
  }
}
