import { isIP } from 'node:net'
import type { ServerAccess } from '../../contract.ts'
import type { Reached } from './reach.ts'
import { toSignInFailure } from './sign-in-failure.ts'

/** How long a server may take for each step, in milliseconds. */
export const STEP_MILLISECONDS = 10_000

/** Logs in at an IMAP server and out again. Throws a `SignInFailure`. */
export async function checkImap({ port, security, auth }: ServerAccess, { host, servername }: Reached): Promise<void> {
  const { ImapFlow } = await import('imapflow')
  const client = new ImapFlow({
    host,
    port,
    secure: security === 'tls',
    doSTARTTLS: security === 'starttls',
    auth,
    // An address has no name to send, and Bun wants to be told so.
    tls: { minVersion: 'TLSv1.2', servername: isIP(servername) ? '' : servername },
    verifyOnly: true,
    logger: false,
    connectionTimeout: STEP_MILLISECONDS,
    greetingTimeout: STEP_MILLISECONDS,
    socketTimeout: STEP_MILLISECONDS,
    maxResponseSize: 1024 * 1024,
    maxLiteralSize: 512 * 1024,
  })
  // What breaks later than the answer interests nobody.
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (cause) {
    throw toSignInFailure(cause)
  } finally {
    client.close()
  }
}
