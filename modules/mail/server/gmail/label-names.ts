/** Labels of Gmail's own that mean something here; the rest, such as categories, are left out. */
const KEPT = ['INBOX', 'UNREAD', 'STARRED', 'SENT', 'DRAFT', 'SPAM', 'TRASH']

/** Gmail's own as its IMAP server calls them (X-GM-LABELS). */
const BY_IMAP: Record<string, string> = {
  INBOX: '\\Inbox',
  STARRED: '\\Starred',
  SENT: '\\Sent',
  DRAFT: '\\Draft',
}

/** What the index keeps of a message's labels, sorted: Gmail's own are in capitals, those of people are not. */
export function keptLabels(ids: readonly string[]): string[] {
  return [...new Set(ids)].filter((id) => KEPT.includes(id) || !isOwn(id)).sort()
}

/** Whether an id is one of Gmail's own. */
export function isOwn(id: string): boolean {
  return /^[A-Z_]+$/.test(id)
}

/** Labels that Gmail keeps itself and the index follows. */
export const FOLLOWED: readonly string[] = KEPT.filter((id) => id !== 'SPAM' && id !== 'TRASH')

/** Labels by the names of IMAP; what has no name any more is left out. */
export function toNames(ids: readonly string[], names: Readonly<Record<string, string>>): string[] {
  return ids.flatMap((id) => BY_IMAP[id] ?? (isOwn(id) ? [] : (names[id] ?? [])))
}

/** Flags of IMAP as labels say them. */
export function toFlags(ids: readonly string[]): string[] {
  return [
    ...(ids.includes('UNREAD') ? [] : ['\\Seen']),
    ...(ids.includes('STARRED') ? ['\\Flagged'] : []),
    ...(ids.includes('DRAFT') ? ['\\Draft'] : []),
  ]
}

/** The labels that adding and removing flags comes to. Others than seen and flagged have none at Gmail. */
export function changeOfFlags(change: { add: string[]; remove: string[] }): { add: string[]; remove: string[] } {
  const has = (list: string[], flag: string) => list.some((each) => each.toLowerCase() === flag)
  return {
    add: [...(has(change.remove, '\\seen') ? ['UNREAD'] : []), ...(has(change.add, '\\flagged') ? ['STARRED'] : [])],
    remove: [...(has(change.add, '\\seen') ? ['UNREAD'] : []), ...(has(change.remove, '\\flagged') ? ['STARRED'] : [])],
  }
}

/** Gmail's own label of a name that IMAP or a path has for it; null where it is one of a person. */
export function ownLabel(name: string): string | null {
  const own = Object.entries(BY_IMAP).find(([, imap]) => imap.toLowerCase() === name.toLowerCase())?.[0]
  return own ?? PATHS[name.toUpperCase()] ?? null
}

const PATHS: Record<string, string> = { INBOX: 'INBOX', SENT: 'SENT', DRAFTS: 'DRAFT' }
