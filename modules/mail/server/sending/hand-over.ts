import type { JobContext } from '#kernel/context.ts'
import { access, type AccessOf } from '../../../connections/contract.ts'
import type { Envelope, OutgoingRow } from '../drafts/tables.ts'
import { handOverByApi } from '../gmail/hand-over-by-api.ts'
import { isByApi } from '../gmail/open-gmail.ts'
import { everybodyOf } from './check-recipients.ts'
import { faultOf, type Fault } from './fault-of.ts'
import { needsUtf8, toWireAddress } from './international.ts'
import { noteSending, type RefusedRecipient } from './internal.ts'
import { SmtpSession } from './smtp-session.ts'

/** How long a stop of Daybook waits for the answer to a message that is leaving. */
const GRACE_MILLISECONDS = 10_000

type Handed = { fault: null; refused: RefusedRecipient[] } | { fault: Omit<Fault, 'notSignedIn'> }

/** Hands a source to the mail server of its account; says what came of it. Throws what is not the server's doing. */
export async function handOver(
  context: JobContext<unknown>,
  row: OutgoingRow,
  of: AccessOf,
  source: Uint8Array,
): Promise<Handed> {
  const { call, service, signal } = context
  const account = await service(access).open(of)
  if (isByApi(account)) return handOverByApi(context, row, of, { source, baseUrl: account.gmail!.baseUrl })
  const { smtp } = account
  if (!smtp) return failed('no-smtp-server', 'The account has no server for sending. Add one in its settings.')
  signal.throwIfAborted()

  let left = false
  let own: unknown = null
  try {
    using session = await SmtpSession.open(smtp, signal)
    const envelope = JSON.parse(row.envelope) as Envelope
    const from = toWireAddress(envelope.from.address)
    const to = everybodyOf(envelope).map(toWireAddress)
    const beyond = session.takesUtf8 ? undefined : [from, ...to].find(needsUtf8)
    if (beyond !== undefined) return failed('international-address', beyondAscii(beyond))

    using _ = endOnAbort(signal, session, () => left)
    const leaving = async () => {
      signal.throwIfAborted()
      await call(noteSending, { id: row.id, attempt: row.attempts }).catch((cause: unknown) => {
        own = cause
        throw cause
      })
      left = true
    }
    const refused = await session.send({ from, to, size: source.byteLength }, source, leaving)
    session.quit()
    return { fault: null, refused }
  } catch (cause) {
    if (own !== null) throw own
    if (signal.aborted && !left) throw cause
    const { notSignedIn, ...fault } = faultOf(cause, left)
    if (notSignedIn) await service(access).refused(of, fault.problem.detail)
    return { fault }
  }
}

function failed(code: string, detail: string): Handed {
  return { fault: { outcome: 'failed', problem: { code, detail }, refused: [] } }
}

function beyondAscii(address: string): string {
  return `The mail server takes no address such as “${address}”, with letters beyond ASCII before the @. Ask for another address.`
}

/** When Daybook stops, what has not begun to leave goes later; what has gets a moment to be answered. */
function endOnAbort(signal: AbortSignal, session: SmtpSession, hasLeft: () => boolean): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = () => {
    timer = setTimeout(() => session[Symbol.dispose](), hasLeft() ? GRACE_MILLISECONDS : 0)
  }
  signal.addEventListener('abort', end)
  if (signal.aborted) end()
  return {
    [Symbol.dispose]() {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
    },
  }
}
