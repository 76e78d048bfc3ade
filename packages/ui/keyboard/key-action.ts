/** Something that a key does, by a name that stays: people choose their own key for it. */
export interface KeyAction {
  /** `module.verb`, such as `mail.archive`. */
  name: string
  label: string
  /** Where it stands in the list of keys. Two actions of one group never share a key. */
  group: string
  /** One key as it is typed (`e`, `#`, `U`), two one after the other (`g i`), or one with Ctrl or Cmd (`Mod+k`). */
  keys: string
  /** The browser does it already, or it must always work: it stands in the list and cannot be changed. */
  fixed?: boolean
}

/**
 * The groups whose actions work beside those of every page. Who chooses a key is told when it is one of theirs; a page that
 * declares the same key for something of its own goes before them.
 */
export const sharedGroups = ['Everywhere', 'Go to', 'Lists'] as const

/** The keys of every list of rows. */
export const listActions: KeyAction[] = [
  { name: 'list.next', label: 'Next row', group: 'Lists', keys: 'j' },
  { name: 'list.previous', label: 'Previous row', group: 'Lists', keys: 'k' },
  { name: 'list.enter', label: 'Open the row', group: 'Lists', keys: 'Enter', fixed: true },
  { name: 'list.open', label: 'Open the row that was left', group: 'Lists', keys: 'o' },
  { name: 'list.back', label: 'Back to the list', group: 'Lists', keys: 'u' },
  { name: 'list.close', label: 'Close what is open', group: 'Lists', keys: 'Escape', fixed: true },
]
