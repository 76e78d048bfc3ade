import type { FieldError } from '#contract/errors.ts'
import { MailAddress, SEND_LIMITS, type Address } from '../../contract.ts'
import type { Recipients } from '../drafts/tables.ts'
import { toAsciiDomain } from './international.ts'

/** Why a message to these recipients cannot be sent, or null. */
export function recipientProblem(
  recipients: Recipients,
): { code: 'no-recipient' | 'too-many-recipients' | 'bad-address'; errors?: FieldError[] } | null {
  const all = (['to', 'cc', 'bcc'] as const).flatMap((field) =>
    recipients[field].map(({ address }, n) => ({ address, pointer: `/${field}/${n}/address` })),
  )
  if (all.length === 0) return { code: 'no-recipient' }
  if (all.length > SEND_LIMITS.recipients) return { code: 'too-many-recipients' }
  const bad = all.filter(({ address }) => !isAddress(address))
  if (bad.length === 0) return null
  return {
    code: 'bad-address',
    errors: bad.map(({ address, pointer }) => ({ pointer, message: `"${address.slice(0, 100)}" is not an address` })),
  }
}

/** Whether mail can be addressed to it; the part before the `@` has at most 64 bytes (RFC 5321, 4.5.3.1.1). */
export function isAddress(address: string): boolean {
  if (!MailAddress.safeParse(address).success) return false
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  return Buffer.byteLength(local) <= 64 && !/^\.|\.$|\.\./.test(local) && toAsciiDomain(address.slice(at + 1)) !== null
}

/** Everybody a message goes to, each once. */
export function everybodyOf({ to, cc, bcc }: Recipients): string[] {
  const known = new Map<string, string>()
  for (const { address } of [...to, ...cc, ...bcc] as Address[]) {
    const at = address.lastIndexOf('@')
    // Before the `@` case may matter, after it never.
    const key = `${address.slice(0, at)}@${address.slice(at + 1).toLowerCase()}`
    if (!known.has(key)) known.set(key, address)
  }
  return [...known.values()]
}
