import type { Security, Server } from '../../contract.ts'

/** Servers as they were typed, member by member. */
export interface TypedServers {
  username?: string | undefined
  imapHost?: string | undefined
  imapPort?: number | undefined
  imapSecurity?: Security | undefined
  smtpHost?: string | undefined
  smtpPort?: number | undefined
  smtpSecurity?: Security | undefined
  smtpUsername?: string | undefined
}

/** Whole servers out of what was typed, over what is known already. */
export function serversOf(
  typed: TypedServers,
  known: { imap: Server | null; smtp: Server | null },
  address: string,
): { imap: Server | null; smtp: Server | null } {
  const username = typed.username ?? known.imap?.username ?? address
  const imap = serverOf(
    { host: typed.imapHost, port: typed.imapPort, security: typed.imapSecurity, username: typed.username },
    known.imap,
    { username, port: PORTS.imap },
  )
  const smtp = serverOf(
    {
      host: typed.smtpHost,
      port: typed.smtpPort,
      security: typed.smtpSecurity,
      username: typed.smtpUsername ?? typed.username,
    },
    known.smtp,
    { username, port: PORTS.smtp },
  )
  return { imap, smtp }
}

const PORTS: Record<'imap' | 'smtp', Record<Security, number>> = {
  imap: { tls: 993, starttls: 143, none: 143 },
  smtp: { tls: 465, starttls: 587, none: 25 },
}

function serverOf(
  typed: { [Member in keyof Server]?: Server[Member] | undefined },
  known: Server | null,
  standard: { username: string; port: Record<Security, number> },
): Server | null {
  const host = typed.host ?? known?.host
  if (host === undefined) return null
  const security = typed.security ?? securityOf(typed.port) ?? known?.security ?? 'tls'
  const isKnown = known?.host === host && known.security === security
  return {
    host,
    security,
    port: typed.port ?? (isKnown ? known.port : standard.port[security]),
    username: typed.username ?? known?.username ?? standard.username,
  }
}

/** The ports that say by themselves how they begin (RFC 8314, 3). */
function securityOf(port: number | undefined): Security | undefined {
  if (port === undefined) return undefined
  if (port === 993 || port === 465) return 'tls'
  return port === 143 || port === 587 ? 'starttls' : undefined
}
