import type { Registrations } from '#kernel/ports.ts'
import type { ConsentProvider, Server } from '../../contract.ts'

type Address = Omit<Server, 'username'>

const SERVERS: Record<ConsentProvider, { imap: Address; smtp: Address }> = {
  google: {
    imap: { host: 'imap.gmail.com', port: 993, security: 'tls' },
    smtp: { host: 'smtp.gmail.com', port: 465, security: 'tls' },
  },
  microsoft: {
    imap: { host: 'outlook.office365.com', port: 993, security: 'tls' },
    smtp: { host: 'smtp.office365.com', port: 587, security: 'starttls' },
  },
}

/** The mail servers of whoever consented, who logs in by an access token (XOAUTH2). */
export function providerServers(
  registrations: Registrations,
  provider: ConsentProvider,
  username: string,
): { imap: Server; smtp: Server } {
  const { imap, smtp } = registrations[provider] ?? {}
  return {
    imap: { ...(imap ?? SERVERS[provider].imap), username },
    smtp: { ...(smtp ?? SERVERS[provider].smtp), username },
  }
}
