import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'

/** The addresses of a host, in the order to try them. Throws as node:dns does. */
export async function resolveHost(host: string): Promise<string[]> {
  if (isIP(host)) return [host]
  const found = await lookup(host, { all: true })
  return found.map(({ address }) => address)
}

/** Whether an address is of this machine. */
export function isLoopback(address: string): boolean {
  return contains(loopback, address)
}

/**
 * Whether an address is of the public internet: not of this machine or network, of none that is reserved (RFC 6890),
 * and no such address in the clothes of IPv6.
 */
export function isPublic(address: string): boolean {
  if (!isIP(address)) return false
  return !contains(loopback, address) && !contains(reserved, address)
}

const loopback = listOf(['127.0.0.0/8', '::1/128'])

const reserved = listOf([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/128',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
])

function listOf(networks: string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address, length] = network.split('/') as [string, string]
    list.addSubnet(address, Number(length), address.includes(':') ? 'ipv6' : 'ipv4')
  }
  return list
}

function contains(list: BlockList, address: string): boolean {
  const plain = mapped(address)
  return list.check(plain, plain.includes(':') ? 'ipv6' : 'ipv4')
}

/** `::ffff:10.0.0.1` and `::ffff:a00:1` are 10.0.0.1 (RFC 4291, 2.5.5.2). */
function mapped(address: string): string {
  const dotted = /^::(?:ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (dotted) return dotted[1]!
  const hex = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(address)
  if (!hex) return address
  const [high, low] = [Number.parseInt(hex[1]!, 16), Number.parseInt(hex[2]!, 16)]
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}
