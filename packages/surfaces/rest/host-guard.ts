import type { RestOptions } from './options.ts'

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/**
 * Whether Daybook answers under a `Host`. A page elsewhere can point its own name at 127.0.0.1 (DNS rebinding) and
 * would then be of the same origin: its name is what gives it away.
 */
export function createHostGuard(options: Pick<RestOptions, 'hosts' | 'publicUrl'>): (host: string) => boolean {
  if (options.hosts === 'any') return () => true
  const names = new Set([...LOOPBACK, ...(options.hosts ?? []).map(nameOf)])
  if (options.publicUrl) names.add(nameOf(new URL(options.publicUrl).host))

  let lastAllowed = ''
  return (host) => {
    if (host === lastAllowed) return true
    if (!names.has(nameOf(host))) return false
    lastAllowed = host
    return true
  }
}

/** A host without its port, in lower case; an IPv6 address keeps its brackets. */
function nameOf(host: string): string {
  return host.replace(/:\d*$/, '').toLowerCase()
}
