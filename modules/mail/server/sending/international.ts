import { domainToASCII } from 'node:url'

/** A domain as DNS has it (RFC 5891), or null where it is none. */
export function toAsciiDomain(domain: string): string | null {
  const ascii = /^[\w.-]+$/.test(domain) ? domain : domainToASCII(domain)
  return ascii.length <= 253 && ascii.split('.').every((label) => LABEL.test(label)) ? ascii : null
}

const LABEL = /^\w(?:[\w-]{0,61}\w)?$/

/** An address as any server takes it: its domain in ASCII. What stands before the `@` stays as it is. */
export function toWireAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}@${toAsciiDomain(address.slice(at + 1)) ?? address.slice(at + 1)}`
}

/** Whether a server must know SMTPUTF8 (RFC 6531) to take an address: no ASCII can stand in for it. */
export function needsUtf8(address: string): boolean {
  return /[^\x00-\x7f]/.test(toWireAddress(address))
}
