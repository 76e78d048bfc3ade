import { toWireAddress } from '../sending/international.ts'
import { addBcc } from './add-bcc.ts'
import { toRaw } from './add-message.ts'
import type { GmailClient } from './gmail-client.ts'
import { UNITS } from './quota-costs.ts'

/** Sources larger than this go as they are. */
const LARGE = 4_000_000

/**
 * Sends a source by the API, which reads the recipients from its header and keeps a copy itself. It is not tried again
 * after an answer that got lost: it may have been sent.
 */
export async function sendMessage(
  client: GmailClient,
  source: Uint8Array,
  bcc: readonly { address: string }[],
): Promise<void> {
  const whole = addBcc(
    source,
    bcc.map(({ address }) => toWireAddress(address)),
  )
  const call = { units: UNITS.send, method: 'POST', urgent: true, once: true, query: { fields: 'id' } } as const
  if (whole.length <= LARGE) await client.call('messages/send', { ...call, body: { raw: toRaw(whole) } })
  else {
    const query = { ...call.query, uploadType: 'media' }
    await client.upload('messages/send', { ...call, query, media: whole })
  }
}
