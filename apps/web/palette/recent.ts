const KEY = 'daybook.recent'
const MOST = 6

/** A line of the palette that was chosen: enough to show it again before anything is read. */
export interface Recent {
  id: string
  label: string
  path?: string
  hint?: string
}

/** What was chosen last, newest first. */
export function recentChoices(): Recent[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as Recent[]
  } catch {
    // Kept text that is not ours to read counts as none.
    return []
  }
}

/** Remembers a choice in this browser, until somebody signs out. */
export function rememberChoice(choice: Recent): void {
  const { id, label, path, hint } = choice
  const kept = [
    { id, label, ...(path && { path }), ...(hint && { hint }) },
    ...recentChoices().filter((other) => other.id !== id),
  ]
  try {
    localStorage.setItem(KEY, JSON.stringify(kept.slice(0, MOST)))
  } catch {
    // A browser that keeps nothing has no recent choices.
  }
}

export function forgetChoices(): void {
  localStorage.removeItem(KEY)
}
