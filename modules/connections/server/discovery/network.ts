import { Resolver } from 'node:dns/promises'
import { connect as connectPlain } from 'node:net'
import { isPublic, resolveHost } from '../sign-in/addresses.ts'

export interface ServiceRecord {
  name: string
  port: number
  priority: number
  weight: number
}

/** What discovery asks of the network: names, and whether a port answers. */
export interface Network {
  /** Addresses of a host that may be asked; none where it is unknown, or of a network that nobody outside may reach. */
  addresses(host: string): Promise<string[]>
  services(name: string): Promise<ServiceRecord[]>
  exchangers(domain: string): Promise<string[]>
  /** Whether anything answers at a port of an address. */
  answers(address: string, port: number, signal: AbortSignal): Promise<boolean>
}

const DNS_MILLISECONDS = 3000
const CONNECT_MILLISECONDS = 4000

/** The network as it is. A host with a single private address is not asked at all. */
export function openNetwork(): Network {
  const resolver = new Resolver({ timeout: DNS_MILLISECONDS, tries: 1 })
  return {
    async addresses(host) {
      const found = await resolveHost(host).catch(() => [])
      return found.every(isPublic) ? found : []
    },
    services: (name) => resolver.resolveSrv(name).catch(() => []),
    async exchangers(domain) {
      const found = await resolver.resolveMx(domain).catch(() => [])
      return found.toSorted((a, b) => a.priority - b.priority).map(({ exchange }) => exchange)
    },
    answers: (address, port, signal) =>
      new Promise((resolve) => {
        const socket = connectPlain({ host: address, port, timeout: CONNECT_MILLISECONDS })
        const end = (value: boolean) => {
          signal.removeEventListener('abort', stop)
          socket.destroy()
          resolve(value)
        }
        const stop = () => end(false)
        signal.addEventListener('abort', stop)
        socket.once('connect', () => end(true))
        socket.once('timeout', stop)
        socket.once('error', stop)
      }),
  }
}
