import { labelOfFolder } from '../outbox/label-paths.ts'
import { labelKey } from '../store/labels.ts'

/** The labels that a message has by lying in a mailbox: the folder itself, and what the provider says. */
export function labelsOfPlacement(
  mailbox: { path: string; delimiter: string | null; role: string | null },
  labels: readonly string[] | null,
): string[] {
  const names = mailbox.role === null ? [labelOfFolder(mailbox)] : []
  // A backslash marks what is a place or a flag, such as `\Inbox` and `\Starred`.
  const given = (labels ?? []).filter((label) => !label.startsWith('\\'))
  return [...names, ...given].filter((name) => labelKey(name) !== '')
}
