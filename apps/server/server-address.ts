import type { Config } from '#platform/config/parse-config.ts'

/** The origin under which this machine reaches a server that listens on a host and port. */
export function localOrigin(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::') return `http://127.0.0.1:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/**
 * The names under which the API answers. On loopback only loopback's own; behind a public address that one too; on a
 * network without one any, since nobody told us how people reach this machine.
 */
export function addressesOf({ host, publicUrl }: Pick<Config, 'host' | 'publicUrl'>) {
  if (publicUrl !== null) return { publicUrl, hosts: [host] }
  return { hosts: isLoopback(host) ? [] : ('any' as const) }
}

/** Whether sessions and tokens cross a network for everybody on it to read: it listens there, and no proxy with TLS is named. */
export function isInTheClear({ host, publicUrl }: Pick<Config, 'host' | 'publicUrl'>): boolean {
  return !isLoopback(host) && !publicUrl?.startsWith('https:')
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}
