import type { Server, ServerAccess } from '../../contract.ts'

/** How to log in at servers with a password; the one for SMTP is the same unless given. */
export function passwordLogin(
  { imap, smtp }: { imap: Server | null; smtp: Server | null },
  password: string,
  smtpPassword: string = password,
): { imap: ServerAccess | null; smtp: ServerAccess | null } {
  return { imap: imap && withPassword(imap, password), smtp: smtp && withPassword(smtp, smtpPassword) }
}

function withPassword({ username, ...server }: Server, pass: string): ServerAccess {
  return { ...server, auth: { user: username, pass } }
}
