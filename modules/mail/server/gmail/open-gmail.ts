import type { ActingFor } from '#kernel/context.ts'
import { Failure, FailureError } from '#kernel/failure.ts'
import type { Access, AccessOf, AccountAccess } from '../../../connections/contract.ts'
import { readProfile } from './begin-index.ts'
import { GmailClient } from './gmail-client.ts'
import { GmailError } from './gmail-error.ts'
import { GmailStore } from './gmail-store.ts'
import { governorOf } from './governors.ts'
import { StoredIndex } from './stored-index.ts'

/** Consent with which Google's mail servers let us in; with less than it there is the API alone. */
const MAIL_SCOPE = 'https://mail.google.com/'

/** Whether an account is read by Gmail's API: where its consent does not reach to the mail servers, or it has none. */
export function isByApi({ gmail, imap, connection }: AccountAccess): boolean {
  return gmail !== null && (imap === null || !connection.scopes.includes(MAIL_SCOPE))
}

/** Opens an account by Gmail's API, and shows that it lets us in. */
export async function openGmail(access: Access, of: AccessOf, acting: ActingFor): Promise<GmailStore> {
  const client = createGmailClient(access, of, (await access.open(of)).gmail!.baseUrl)
  const governor = governorOf(of.connectionId)
  try {
    await readProfile(client)
  } catch (cause) {
    if (!(cause instanceof GmailError)) throw cause
    throw new FailureError(cause.status === 401 ? new Failure('sign-in-refused', REFUSED) : toFailure(cause), { cause })
  }
  const index = new StoredIndex(acting, of.connectionId)
  return new GmailStore({ client, index, quota: () => governor.status() })
}

/** A client for an account: each request with a token that is good now. */
export function createGmailClient(access: Access, of: AccessOf, baseUrl: string): GmailClient {
  return new GmailClient(
    {
      baseUrl,
      async token() {
        const { gmail } = await access.open(of)
        if (!gmail) throw new FailureError(new Failure('sign-in-refused', REFUSED))
        return gmail.accessToken
      },
      refused: (reason) => access.refused(of, reason),
    },
    { governor: governorOf(of.connectionId) },
  )
}

function toFailure(cause: GmailError): Failure {
  const answer = `Gmail: ${cause.message}`.slice(0, 300)
  if (cause.isTrouble) return new Failure('server-unreachable', UNREACHABLE)
  return new Failure('gmail-refused', GMAIL_REFUSED, { detail: answer })
}

const UNREACHABLE = {
  message: 'Gmail cannot be reached',
  kind: 'network',
  remedy: 'It is tried again by itself.',
  retryable: true,
} as const
const REFUSED = {
  message: 'Gmail did not accept the sign-in',
  kind: 'unprocessable',
  remedy: 'Sign in to the account again.',
} as const
const GMAIL_REFUSED = {
  message: 'Gmail refused the request',
  kind: 'unprocessable',
  remedy: 'See whether the Gmail API is switched on in the Google project.',
  retryable: true,
} as const
