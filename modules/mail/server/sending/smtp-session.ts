import { Readable } from 'node:stream'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { ServerAccess } from '../../../connections/contract.ts'
import type { RefusedRecipient } from './internal.ts'
import { quoted } from './problems.ts'

/** Who a message is from and goes to, as the server is told. */
export interface WireEnvelope {
  from: string
  to: string[]
  /** Bytes of the message. */
  size: number
}

const CONNECT_MILLISECONDS = 30_000
/** How long a server may take to say whether it has a message: many scan it first (RFC 5321, 4.5.3.2.6, asks for ten minutes). */
const ANSWER_MILLISECONDS = 10 * 60_000
const CHUNK_BYTES = 64 * 1024

/** A session at a mail server (RFC 5321), signed in. */
export class SmtpSession implements Disposable {
  readonly #connection: SMTPConnection
  /** Rejects when the session is ended from here: nodemailer then tells nobody. */
  readonly #ended = Promise.withResolvers<never>()

  private constructor(connection: SMTPConnection) {
    this.#connection = connection
    this.#ended.promise.catch(() => undefined)
  }

  /** Connects and signs in; an error of nodemailer's says why not, or the reason of the signal. */
  static async open(server: ServerAccess, signal: AbortSignal): Promise<SmtpSession> {
    // Loaded with the first message that is sent.
    const { default: Connection } = await import('nodemailer/lib/smtp-connection')
    const connection = new Connection({
      host: server.host,
      port: server.port,
      secure: server.security === 'tls',
      requireTLS: server.security === 'starttls',
      ignoreTLS: server.security === 'none',
      // The name of this machine is nobody's business.
      name: '[127.0.0.1]',
      connectionTimeout: CONNECT_MILLISECONDS,
      greetingTimeout: CONNECT_MILLISECONDS,
      socketTimeout: ANSWER_MILLISECONDS,
      logger: false,
    })
    // An error that nobody waits for is nobody's, and must not end the process.
    connection.on('error', () => undefined)
    try {
      await orAborted(begin(connection, server), signal)
    } catch (cause) {
      connection.close()
      throw cause
    }
    return new SmtpSession(connection)
  }

  /** Whether it takes addresses beyond ASCII (SMTPUTF8, RFC 6531). */
  get takesUtf8(): boolean {
    // Not in the types of nodemailer, which tells it to nobody else before the message is sent.
    const { _supportedExtensions } = this.#connection as unknown as { _supportedExtensions?: string[] }
    return _supportedExtensions?.includes('SMTPUTF8') ?? false
  }

  /**
   * Hands a message over; answers the recipients that were refused although others were not. `leaving` is awaited once
   * the server asked for the message and before its first byte goes: when it throws, none goes.
   */
  async send(envelope: WireEnvelope, message: Uint8Array, leaving: () => Promise<void>): Promise<RefusedRecipient[]> {
    const body = Readable.from(chunksOf(message, leaving), { objectMode: false })
    const sent = new Promise<RefusedRecipient[]>((resolve, reject) => {
      this.#connection.once('error', reject)
      this.#connection.send(envelope, body, (cause, info) => {
        if (cause || !info) return reject(cause ?? new Error('The server said nothing'))
        resolve(toRefused(info.rejectedErrors ?? []))
      })
    })
    return Promise.race([sent, this.#ended.promise])
  }

  /** Ends the session as it should be; nothing is waited for. */
  quit(): void {
    this.#connection.quit()
  }

  /** Ends the connection at once. A message that is not whole then is none for the server (RFC 5321, 4.1.1.4). */
  [Symbol.dispose](): void {
    this.#connection.close()
    this.#ended.reject(new Error('The session was ended'))
  }
}

/** The recipients in the errors of a server, with its words. */
export function toRefused(errors: { recipient?: unknown; response?: unknown; message: string }[]): RefusedRecipient[] {
  return errors.map((error) => ({
    address: String(error.recipient ?? ''),
    detail: quoted(String(error.response ?? error.message)),
  }))
}

/** Connects, and signs in where the server asks for it. */
async function begin(connection: SMTPConnection, server: ServerAccess): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    connection.once('error', reject)
    connection.connect((cause) => (cause ? reject(cause) : resolve()))
  })
  if (connection.allowsAuth) await signIn(connection, server)
}

async function orAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  const aborted = Promise.withResolvers<never>()
  const abort = () => aborted.reject(signal.reason as Error)
  signal.addEventListener('abort', abort)
  if (signal.aborted) abort()
  try {
    await Promise.race([work, aborted.promise])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

async function signIn(connection: SMTPConnection, { auth }: ServerAccess): Promise<void> {
  const { default: XOAuth2 } = await import('nodemailer/lib/xoauth2')
  const token = 'accessToken' in auth ? new XOAuth2({ user: auth.user, accessToken: auth.accessToken }) : null
  const login = 'pass' in auth ? { user: auth.user, pass: auth.pass } : { user: auth.user, oauth2: token! }
  await new Promise<void>((resolve, reject) => {
    connection.login(login, (cause) => (cause ? reject(cause) : resolve()))
  })
}

async function* chunksOf(message: Uint8Array, leaving: () => Promise<void>): AsyncGenerator<Uint8Array> {
  await leaving()
  for (let at = 0; at < message.byteLength; at += CHUNK_BYTES) yield message.subarray(at, at + CHUNK_BYTES)
}
