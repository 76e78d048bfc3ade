import type { Failure } from '#kernel/failure.ts'
import type { ServerAccess } from '../../contract.ts'
import { checkImap } from './check-imap.ts'
import { checkSmtp } from './check-smtp.ts'
import { reach } from './reach.ts'
import { SignInFailure, type SignInCode } from './sign-in-failure.ts'

/** The servers of an account with what they are told. */
export interface Login {
  imap: ServerAccess | null
  smtp: ServerAccess | null
  /** Whether a person named the servers; what was found out for them must be public. */
  typed: boolean
}

/** Logs in at both servers; a refusal says which of them it was. Null when both let us in. */
export async function tryLogin<Code extends string>(
  fail: (code: SignInCode, extra: { detail: string }) => Failure<Code>,
  { imap, smtp, typed }: Login,
): Promise<Failure<Code> | null> {
  for (const [name, server, check] of [
    ['IMAP', imap, checkImap],
    ['SMTP', smtp, checkSmtp],
  ] as const) {
    if (!server) continue
    try {
      await check(server, await reach(server, { typed }))
    } catch (cause) {
      if (!(cause instanceof SignInFailure)) throw cause
      return fail(cause.code, { detail: `${name} at ${server.host}: ${SENTENCES[cause.code]}` })
    }
  }
  return null
}

const SENTENCES: Record<SignInCode, string> = {
  'host-not-found': 'there is no server of this name',
  'connection-refused': 'the server does not answer at this port',
  'timed-out': 'the server did not answer in time',
  'tls-failed': 'no safe connection came about',
  'plaintext-refused': 'passwords are never sent without encryption to another machine',
  'login-refused': 'user name and password were not accepted',
  'needs-app-password': 'this provider wants a password made for this app alone',
  'protocol-failed': 'what answers there is no such server',
  'private-address': 'the name leads to an address of this network',
}
