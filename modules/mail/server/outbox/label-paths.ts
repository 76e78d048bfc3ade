import { labelKey } from '../store/labels.ts'
import type { KnownMailbox } from './push-work.ts'

/** The name of the label that a plain folder is: its path with `/` between levels. */
export function labelOfFolder({ path, delimiter }: { path: string; delimiter: string | null }): string {
  return delimiter === null || delimiter === '/' ? path : path.split(delimiter).join('/')
}

/** The key of the label that a mailbox is; null of one that is a place. */
export function folderKey(mailbox: KnownMailbox): string | null {
  return mailbox.role === null ? labelKey(labelOfFolder(mailbox)) : null
}

/** The path of a folder to be made for a label; null where the account's server cannot have one of that name. */
export function pathOfLabel(label: string, mailboxes: readonly KnownMailbox[]): string | null {
  const delimiter = mailboxes.find((mailbox) => mailbox.delimiter !== null)?.delimiter ?? '/'
  const path = label.split('/').join(delimiter)
  // What does not lead back to its name would come back as another label.
  const isSame = labelKey(labelOfFolder({ path, delimiter })) === labelKey(label)
  return isSame && label.split('/').every((part) => part.trim() !== '') && !/[\u0000-\u001F\u007F*%]/.test(label)
    ? path
    : null
}
