import { lookup } from 'node:dns/promises'
import { isPublicAddress } from '#kernel/network/public-address.ts'

/** How far requests go that senders of mail cause. */
export interface Reach {
  /** All addresses of a host. */
  resolve(host: string): Promise<string[]>
  allows(address: string): boolean
  /** A server without TLS on this machine that answers for every host: for tests alone. */
  plainPort?: number
}

/** The public internet, and nothing else. */
export const publicReach: Reach = {
  async resolve(host) {
    return (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address)
  },
  allows: isPublicAddress,
}
