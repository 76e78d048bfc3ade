import type { ActingFor } from '#kernel/context.ts'
import { Failure, FailureError } from '#kernel/failure.ts'
import type { Access, AccessOf, AccountAccess } from '../../../connections/contract.ts'
import { isByApi, openGmail } from '../gmail/open-gmail.ts'
import { isRefused, openImap } from './imap/open-imap.ts'
import type { RemoteStore } from './remote-store.ts'

/**
 * Logs in at the server of an account, or at Gmail's API where that alone is allowed. What was refused is tried once
 * more, with what a refresh gives. `acting` works for the account's owner.
 */
export async function openRemote(access: Access, of: AccessOf, acting: ActingFor): Promise<RemoteStore> {
  for (let attempt = 1; ; attempt++) {
    const account = await access.open(of)
    if (isByApi(account)) return openGmail(access, of, acting)
    try {
      return await openStore(account)
    } catch (cause) {
      if (cause instanceof FailureError) throw cause
      if (!isRefused(cause)) throw new FailureError(new Failure('server-unreachable', UNREACHABLE), { cause })
      await access.refused(of, 'The mail server did not accept the sign-in')
      if (attempt === 2) throw new FailureError(new Failure('sign-in-refused', REFUSED))
    }
  }
}

async function openStore({ imap }: AccountAccess): Promise<RemoteStore> {
  if (!imap) throw new FailureError(new Failure('no-mail-server', NO_SERVER))
  return openImap(imap)
}

const UNREACHABLE = {
  message: 'The mail server cannot be reached',
  kind: 'network',
  remedy: 'It is tried again by itself.',
  retryable: true,
} as const
const REFUSED = {
  message: 'The mail server did not accept the sign-in',
  kind: 'unprocessable',
  remedy: 'Sign in to the account again.',
} as const
const NO_SERVER = { message: 'This account has no mail server', kind: 'unprocessable' } as const
