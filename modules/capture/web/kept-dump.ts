const KEY = 'daybook.dump'

interface KeptDump {
  /** Whose it is: another person in this browser is not shown it. */
  userId: string
  text: string
}

/** Keeps what is being written, at every keystroke, until the server has it. */
export function keepDump(userId: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, JSON.stringify({ userId, text } satisfies KeptDump))
  } catch {
    // A full or closed storage: the page is all that keeps it.
  }
}

/** What this person was writing here; empty where nothing was left. */
export function keptDump(userId: string): string {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as KeptDump | null
    return kept?.userId === userId ? kept.text : ''
  } catch {
    return ''
  }
}
