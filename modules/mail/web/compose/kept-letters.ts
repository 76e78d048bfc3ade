import type { AnswerKind } from './composing.ts'
import type { Letter, SavedAs } from './letter.ts'

/** A letter as this browser keeps it until the server has it whole. */
export interface KeptLetter {
  key: string
  /** Whose it is: another person in this browser is not shown it. */
  userId: string
  letter: Letter
  /** The draft on the server, as far as it got there. */
  saved: SavedAs | null
  inReplyTo: string | null
  /** How it takes up that message, where that was decided here. */
  answers?: AnswerKind | undefined
  at: number
}

const PREFIX = 'daybook.letter.'
/** In the storage of the tab, which outlives a reload: the letter that was written in it last. */
const OWN = 'daybook.writing'

/** Keeps a letter at once; the answer is whether the browser could. */
export function keepLetter(kept: KeptLetter): boolean {
  try {
    localStorage.setItem(PREFIX + kept.key, JSON.stringify(kept))
    sessionStorage.setItem(OWN, kept.key)
    return true
  } catch {
    // A full or closed storage: the server's copy is all there is then.
    return false
  }
}

export function dropLetter(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key)
  } catch {
    // Nothing was kept there.
  }
}

/** Whether a letter was written in this tab, so that no other window can be saving it. */
export function isOfThisTab({ key }: KeptLetter): boolean {
  try {
    return sessionStorage.getItem(OWN) === key
  } catch {
    return false
  }
}

/** Whether anybody's letter is kept here. */
export const hasKeptLetters = (): boolean => allKept().length > 0

/** The letters that a person wrote here and the server has not got whole, the newest first. */
export function keptLetters(userId: string): KeptLetter[] {
  return allKept()
    .filter((kept) => kept.userId === userId)
    .sort((a, b) => b.at - a.at)
}

function allKept(): KeptLetter[] {
  try {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(PREFIX))
      .flatMap((name) => {
        const kept = JSON.parse(localStorage.getItem(name) ?? 'null') as KeptLetter | null
        return kept ? [kept] : []
      })
  } catch {
    return []
  }
}
