import { isIP } from 'node:net'
import type { ServerAccess } from '../../contract.ts'
import { STEP_MILLISECONDS } from './check-imap.ts'
import type { Reached } from './reach.ts'
import { toSignInFailure } from './sign-in-failure.ts'

/** Logs in at an SMTP server and out again; nothing is sent. Throws a `SignInFailure`. */
export async function checkSmtp({ port, security, auth }: ServerAccess, { host, servername }: Reached): Promise<void> {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    auth: 'pass' in auth ? auth : { type: 'OAuth2', user: auth.user, accessToken: auth.accessToken },
    // An address has no name to send, and Bun wants to be told so.
    tls: { minVersion: 'TLSv1.2', servername: isIP(servername) ? '' : servername },
    connectionTimeout: STEP_MILLISECONDS,
    greetingTimeout: STEP_MILLISECONDS,
    socketTimeout: STEP_MILLISECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.verify()
  } catch (cause) {
    throw toSignInFailure(cause)
  } finally {
    transport.close()
  }
}
