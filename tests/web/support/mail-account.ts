import { setTimeout as sleep } from 'node:timers/promises'
import type { AddressInfo, Socket } from 'node:net'
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
  /** What it was given so far. */
  letters: readonly Email[]
  /** What the SMTP server does with a message once it is whole: takes it, refuses it, or breaks off without a word. */
  answer: (subject: string) => Answer
}

type Answer = 'taken' | 'cut' | { code: number; text: string }

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
      void receive(stream).then((refusal) => done(refusal), done)
    },
  })
  const sockets = new Set<Socket>()
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  async function receive(stream: NodeJS.ReadableStream): Promise<Error | null> {
    const letter = await PostalMime.parse(await buffer(stream))
    const answer = account.answer(letter.subject ?? '')
    if (typeof answer === 'object') return Object.assign(new Error(answer.text), { responseCode: answer.code })
    letters.push(letter)
    if (answer === 'cut') for (const socket of sockets) socket.destroy()
    return null
  }
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const account: MailAccount = {
    address: 'alice@example.test',
    username: 'alice',
    password: 'secret',
    imap,
    smtpPort: (server.server.address() as AddressInfo).port,
    count: () => letters.length,
    letters,
    answer: () => 'taken',
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
  return account
}
