import type { Security } from '../../contract.ts'
import { isLoopback, isPublic, resolveHost } from './addresses.ts'
import { SignInFailure } from './sign-in-failure.ts'

/** Where to connect to: an address that was looked at, and the name that its certificate must bear. */
export interface Reached {
  host: string
  servername: string
}

/**
 * Resolves a server. A host that nobody typed must be of the public internet, and what was looked at is what is
 * connected to. Plain text goes to this machine alone.
 */
export async function reach(
  { host, security }: { host: string; security: Security },
  { typed }: { typed: boolean },
): Promise<Reached> {
  const addresses = await resolveHost(host).catch((cause: unknown) => {
    throw new SignInFailure('host-not-found', { cause })
  })
  if (security === 'none' && !addresses.every(isLoopback)) throw new SignInFailure('plaintext-refused')
  if (typed && security !== 'none') return { host, servername: host }
  if (!typed && !addresses.every(isPublic)) throw new SignInFailure('private-address')
  const first = addresses.find((address) => !address.includes(':')) ?? addresses[0]!
  return { host: first, servername: host }
}
