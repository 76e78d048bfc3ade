import type { RefusedRecipient, SendProblem } from './internal.ts'
import { MAYBE_SENT, quoted } from './problems.ts'
import { toRefused } from './smtp-session.ts'

/** What a failed try comes to. */
export interface Fault {
  outcome: 'later' | 'unsure' | 'failed'
  problem: SendProblem
  refused: RefusedRecipient[]
  /** The server did not take what we signed in with. */
  notSignedIn: boolean
}

interface SmtpError extends Error {
  code?: string
  response?: string
  responseCode?: number
  rejectedErrors?: (Error & { recipient?: unknown; response?: unknown })[]
}

/**
 * Reads an error of a session. A reply of the server is definite: 4xx for now, 5xx for good (RFC 5321, 4.2.1). Without
 * one, a message that had begun to leave may have arrived; one that had not waits.
 */
export function faultOf(cause: unknown, hasLeft: boolean): Fault {
  const error = cause as SmtpError
  const refused = toRefused(error.rejectedErrors ?? [])
  const plain = { refused, notSignedIn: false }
  if (error.code === 'EAUTH') return signInFault(error, plain)
  const { responseCode } = error
  // 421 says that the server goes, at any time: it does not say what became of a message it had (RFC 5321, 3.8).
  const isDefinite = responseCode !== undefined && responseCode >= 400 && !(hasLeft && responseCode === 421)
  if (isDefinite)
    return { ...plain, outcome: responseCode < 500 ? 'later' : 'failed', problem: refusal(error, responseCode) }
  if (hasLeft) return { ...plain, outcome: 'unsure', problem: MAYBE_SENT }
  if (error.code === 'EMESSAGE')
    return { ...plain, outcome: 'failed', problem: { code: 'too-large', detail: TOO_LARGE } }
  if (error.code === 'EENVELOPE')
    return { ...plain, outcome: 'failed', problem: { code: 'bad-address', detail: quoted(error.message) } }
  return { ...plain, outcome: 'later', problem: { code: 'no-connection', detail: connectionDetail(error) } }
}

const TOO_LARGE = 'The message is larger than the mail server takes. Send fewer files, or a link to them.'

function signInFault(error: SmtpError, plain: Pick<Fault, 'refused' | 'notSignedIn'>): Fault {
  const forNow = error.responseCode !== undefined && error.responseCode < 500
  const detail = `The mail server did not let us sign in${error.response ? `: ${quoted(error.response)}` : ''}`
  return { ...plain, outcome: 'later', problem: { code: 'not-signed-in', detail }, notSignedIn: !forNow }
}

function refusal({ response = '' }: SmtpError, responseCode: number): SendProblem {
  if (responseCode < 500)
    return { code: 'refused-for-now', detail: `The mail server said “later”: ${quoted(response)}` }
  const code = responseCode === 552 ? 'too-large' : 'refused'
  return { code, detail: `The mail server did not take it: ${quoted(response)}` }
}

function connectionDetail(error: SmtpError): string {
  return `The mail server could not be reached: ${quoted(error.message)}`
}
