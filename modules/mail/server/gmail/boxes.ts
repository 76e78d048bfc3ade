import type { MailboxRole } from '../../contract/sync.ts'

/** Where a message lies at Gmail: in all mail whatever its labels, or in spam or trash. */
export type Box = 'all' | 'junk' | 'trash'

export const BOXES: readonly Box[] = ['all', 'junk', 'trash']

/** The names under which Gmail shows them by IMAP, so that an account keeps its mailboxes whichever way it is read. */
const PATHS: Record<Box, string> = { all: '[Gmail]/All Mail', junk: '[Gmail]/Spam', trash: '[Gmail]/Trash' }

export const pathOf = (box: Box): string => PATHS[box]

export const roleOf = (box: Box): MailboxRole => box

export function boxOfPath(path: string): Box | null {
  return BOXES.find((box) => PATHS[box] === path) ?? null
}

/** The mailbox of a message with these labels. */
export function boxOf(labels: readonly string[]): Box {
  if (labels.includes('TRASH')) return 'trash'
  return labels.includes('SPAM') ? 'junk' : 'all'
}

/** How `messages.list` is asked for a mailbox: without a label it leaves spam and trash out. */
export function listingOf(box: Box): { labelIds?: string; includeSpamTrash?: boolean } {
  if (box === 'all') return {}
  return { labelIds: box === 'junk' ? 'SPAM' : 'TRASH', includeSpamTrash: true }
}
