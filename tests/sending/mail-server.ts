import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A message that the server took. */
export interface Received {
  from: string
  to: string[]
  /** How its sender signed in. */
  method: string
  source: string
}

/** What a server says to a command: undefined when it agrees. */
export type Refusal = { code: number; text: string } | undefined

/** A real SMTP server on loopback, and what it was given. */
export interface MailServer extends AsyncDisposable {
  port: number
  received: Received[]
  /** Connections so far. */
  connections: number
  refuseSender(address: string): Refusal
  refuseRecipient(address: string): Refusal | Promise<Refusal>
  /** Asked when a message is whole, before the server says so. */
  refuseMessage(): Refusal | Promise<Refusal>
  /** Ends every connection without a word. */
  breakOff(): void
  /** Passwords and tokens that let somebody in. */
  secrets: Set<string>
}

export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const server = new SMTPServer({
    allowInsecureAuth: true,
    authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    ...options,
    onConnect(_, done) {
      mail.connections += 1
      done()
    },
    onAuth({ username, password, accessToken, method }, _, done) {
      if (mail.secrets.has(password ?? accessToken ?? '')) return done(null, { user: { username, method } as never })
      return done(errorOf({ code: 535, text: 'Your password is wrong' }))
    },
    onMailFrom: ({ address }, _, done) => done(errorOf(mail.refuseSender(address))),
    onRcptTo({ address }, _, done) {
      void Promise.resolve(mail.refuseRecipient(address)).then((refusal) => done(errorOf(refusal)))
    },
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        void Promise.resolve(mail.refuseMessage()).then((refusal) => {
          const { mailFrom, rcptTo } = session.envelope
          if (!refusal && !stream.sizeExceeded)
            mail.received.push({
              from: mailFrom ? mailFrom.address : '',
              to: rcptTo.map(({ address }) => address),
              method: (session.user as unknown as { method: string } | undefined)?.method ?? '',
              source: Buffer.concat(parts).toString('utf8'),
            })
          done(stream.sizeExceeded ? errorOf({ code: 552, text: 'Too large' }) : errorOf(refusal))
        })
      })
    },
  })
  server.on('error', () => undefined)
  const mail: MailServer = {
    port: 0,
    received: [],
    connections: 0,
    refuseSender: () => undefined,
    refuseRecipient: () => undefined,
    refuseMessage: () => undefined,
    breakOff() {
      for (const { _socket } of (server as unknown as { connections: Set<{ _socket: Socket }> }).connections)
        _socket.destroy()
    },
    secrets: new Set(['secret']),
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  mail.port = (server.server.address() as AddressInfo).port
  return mail
}

function errorOf(refusal: Refusal): Error | null {
  return refusal ? Object.assign(new Error(refusal.text), { responseCode: refusal.code }) : null
}
