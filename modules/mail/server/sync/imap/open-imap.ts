import { isIP } from 'node:net'
import type { ServerAccess } from '../../../../connections/contract.ts'
import { ImapStore } from './imap-store.ts'

const CONNECT_MILLISECONDS = 20_000
/** Silence after which a connection is dead although nobody said so. */
const SILENCE_MILLISECONDS = 5 * 60_000
/** A fresh IDLE before the half hour after which servers may hang up (RFC 2177). */
const IDLE_MILLISECONDS = 9 * 60_000
/** A message larger than this is set aside. */
const MAX_MESSAGE_BYTES = 150 * 1024 * 1024

/** Logs in at an IMAP server. Secrets go to the server alone: nothing is logged. */
export async function openImap({ host, port, security, auth }: ServerAccess): Promise<ImapStore> {
  const { ImapFlow } = await import('imapflow')
  const client = new ImapFlow({
    host,
    port,
    secure: security === 'tls',
    doSTARTTLS: security === 'starttls',
    auth,
    // An address has no name to send, and Bun wants to be told so.
    tls: { minVersion: 'TLSv1.2', servername: isIP(host) ? '' : host },
    logger: false,
    qresync: true,
    disableAutoIdle: true,
    maxIdleTime: IDLE_MILLISECONDS,
    connectionTimeout: CONNECT_MILLISECONDS,
    greetingTimeout: CONNECT_MILLISECONDS,
    socketTimeout: SILENCE_MILLISECONDS,
    maxLiteralSize: MAX_MESSAGE_BYTES + 1024 * 1024,
    maxResponseSize: MAX_MESSAGE_BYTES + 2 * 1024 * 1024,
  })
  const store = new ImapStore(client)
  try {
    await client.connect()
  } catch (cause) {
    client.close()
    throw cause
  }
  return store
}

/** Whether a server refused what it was given, rather than being out of reach. */
export function isRefused(cause: unknown): boolean {
  return cause instanceof Error && 'authenticationFailed' in cause && cause.authenticationFailed === true
}
