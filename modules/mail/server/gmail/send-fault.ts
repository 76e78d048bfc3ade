import type { Fault } from '../sending/fault-of.ts'
import { MAYBE_SENT, quoted } from '../sending/problems.ts'
import type { GmailError } from './gmail-error.ts'

/** What a refusal of Gmail means for a message that was to be sent. Without an answer of Gmail's own it may be there already. */
export function sendFault(error: GmailError): Omit<Fault, 'notSignedIn'> {
  const words = quoted(error.message)
  if (error.isRateLimit) return later('refused-for-now', `Gmail takes no more messages at the moment: ${words}`)
  if (error.status === 401) return later('not-signed-in', `Gmail did not let us sign in: ${words}`)
  if (error.isTrouble) return { outcome: 'unsure', problem: MAYBE_SENT, refused: [] }
  const code = error.status === 413 ? 'too-large' : 'refused'
  return { outcome: 'failed', problem: { code, detail: `Gmail did not take it: ${words}` }, refused: [] }
}

function later(code: string, detail: string): Omit<Fault, 'notSignedIn'> {
  return { outcome: 'later', problem: { code, detail }, refused: [] }
}
