import type { MailboxRole } from '../../../contract/sync.ts'

const ROLES: Record<string, MailboxRole> = {
  '\\inbox': 'inbox',
  '\\archive': 'archive',
  '\\sent': 'sent',
  '\\drafts': 'drafts',
  '\\trash': 'trash',
  '\\junk': 'junk',
  '\\all': 'all',
}

export interface ListedMailbox {
  path: string
  delimiter: string | null
  /** As the server says it (RFC 6154), or as imapflow reads it off a name that everybody knows. */
  specialUse: string | null
  source: 'user' | 'extension' | 'name' | null
}

/** What each mailbox is for. A role is one mailbox's alone: what the server says goes before what a name suggests. */
export function rolesOf(mailboxes: readonly ListedMailbox[]): Map<string, MailboxRole | null> {
  const roles = new Map<string, MailboxRole | null>(mailboxes.map(({ path }) => [path, null]))
  const taken = new Set<MailboxRole>()
  const byTrust = mailboxes.toSorted((a, b) => Number(a.source === 'name') - Number(b.source === 'name'))
  for (const mailbox of byTrust) {
    const role = mailbox.path.toUpperCase() === 'INBOX' ? 'inbox' : ROLES[mailbox.specialUse?.toLowerCase() ?? '']
    if (!role || taken.has(role) || (mailbox.source === 'name' && isDeep(mailbox))) continue
    taken.add(role)
    roles.set(mailbox.path, role)
  }
  return roles
}

/** `Work/Archive` is a folder of somebody's; `INBOX.Archive` is how some servers write `Archive`. */
function isDeep({ path, delimiter }: ListedMailbox): boolean {
  if (delimiter === null) return false
  const levels = path.split(delimiter)
  return levels.length > 2 || (levels.length === 2 && levels[0]!.toUpperCase() !== 'INBOX')
}
