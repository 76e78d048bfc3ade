import type { Security, Server, SuggestedServers } from '#modules/connections/contract.ts'

/** Servers as a form holds them. */
export interface ServersForm {
  username: string
  imap: ServerForm
  smtp: ServerForm
}

export interface ServerForm {
  host: string
  port: string
  security: Security
}

/** The fields of a form for servers that were found, or empty ones with the usual ports. */
export function toServers({ imap, smtp }: Pick<SuggestedServers, 'imap' | 'smtp'>, address: string): ServersForm {
  return {
    username: imap?.username ?? smtp?.username ?? address,
    imap: toForm(imap, 993),
    smtp: toForm(smtp, 465),
  }
}

/** The flat input of `connections.add` and `connections.sign-in`; what is empty is left out. */
export function toServersInput({ username, imap, smtp }: ServersForm) {
  return {
    ...(username.trim() && { username: username.trim() }),
    ...(imap.host.trim() && { imapHost: imap.host.trim(), imapPort: Number(imap.port), imapSecurity: imap.security }),
    ...(smtp.host.trim() && { smtpHost: smtp.host.trim(), smtpPort: Number(smtp.port), smtpSecurity: smtp.security }),
  }
}

function toForm(server: Server | null, port: number): ServerForm {
  return server
    ? { host: server.host, port: String(server.port), security: server.security }
    : { host: '', port: String(port), security: 'tls' }
}
