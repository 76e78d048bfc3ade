import { hash } from 'node:crypto'
import { isIPv6 } from 'node:net'

const SECOND = 1000
const HOUR = 3600 * SECOND

/** How many tries are free, and how long the first wait is; each further failure doubles it. */
interface Patience {
  free: number
  first: number
  longest: number
}

/** An address may be that of a whole office. */
const PATIENCE = {
  account: { free: 5, first: 30 * SECOND, longest: HOUR },
  address: { free: 50, first: 30 * SECOND, longest: HOUR },
} satisfies Record<string, Patience>
export type AttemptKind = keyof typeof PATIENCE

/** Failures are forgotten after a day without any. */
export const FORGET_MILLISECONDS = 24 * HOUR

/** How long nothing is tried any more after so many failures. */
export function waitAfter(kind: AttemptKind, failures: number): number {
  const { free, first, longest } = PATIENCE[kind]
  return failures < free ? 0 : Math.min(longest, first * 2 ** (failures - free))
}

/** Whether this failure is the one that makes an account wait. */
export function beginsToWait(kind: AttemptKind, failures: number): boolean {
  return failures === PATIENCE[kind].free
}

/** What failures are counted against. Hashed: whoever reads the table learns no addresses of strangers. */
export function attemptKey(kind: AttemptKind, name: string): string {
  return hash('sha256', `${kind} ${kind === 'address' ? networkOf(name) : name}`, 'hex')
}

/** One customer of a provider has at least the whole /64 of an IPv6 address. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address
  const [head = '', tail = ''] = address.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  return [...left, ...zeros, ...right].slice(0, 4).join(':')
}
