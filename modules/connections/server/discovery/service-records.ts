import type { Security, Server } from '../../contract.ts'
import type { Network, ServiceRecord } from './network.ts'

/** Servers by DNS (RFC 6186, and RFC 8314 for submission with TLS from the first byte). What speaks TLS at once wins. */
export async function findServices(
  network: Network,
  domain: string,
  username: string,
): Promise<{ imap: Server | null; smtp: Server | null }> {
  const find = async (label: string, security: Security): Promise<Server | null> => {
    const record = best(await network.services(`${label}._tcp.${domain}`))
    return record && { host: record.name.toLowerCase().replace(/\.$/, ''), port: record.port, security, username }
  }
  const [imaps, imap, submissions, submission] = await Promise.all([
    find('_imaps', 'tls'),
    find('_imap', 'starttls'),
    find('_submissions', 'tls'),
    find('_submission', 'starttls'),
  ])
  return { imap: imaps ?? imap, smtp: submissions ?? submission }
}

/** The lowest priority, and there the heaviest; "." says that there is no such service (RFC 2782). */
function best(records: ServiceRecord[]): ServiceRecord | null {
  const offered = records.filter(({ name, port }) => name !== '' && name !== '.' && port > 0)
  return offered.toSorted((a, b) => a.priority - b.priority || b.weight - a.weight)[0] ?? null
}
