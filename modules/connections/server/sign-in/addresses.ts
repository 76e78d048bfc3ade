import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { isPublicAddress } from '#kernel/network/public-address.ts'

/** The addresses of a host, in the order to try them. Throws as node:dns does. */
export async function resolveHost(host: string): Promise<string[]> {
  if (isIP(host)) return [host]
  const found = await lookup(host, { all: true })
  return found.map(({ address }) => address)
}

/** Whether an address is of this machine. */
export function isLoopback(address: string): boolean {
  const plain = mapped(address)
  return loopback.check(plain, plain.includes(':') ? 'ipv6' : 'ipv4')
}

/** Whether an address is of the public internet, an IPv4 in the clothes of IPv6 too. */
export function isPublic(address: string): boolean {
  return isPublicAddress(mapped(address))
}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** `::ffff:10.0.0.1` and `::ffff:a00:1` are 10.0.0.1 (RFC 4291, 2.5.5.2). */
function mapped(address: string): string {
  const dotted = /^::(?:ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (dotted) return dotted[1]!
  const hex = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(address)
  if (!hex) return address
  const [high, low] = [Number.parseInt(hex[1]!, 16), Number.parseInt(hex[2]!, 16)]
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}
