import type { FoundDate, Language } from './language.ts'
import type { Span } from './types.ts'

/** Words that may be a date: with the preposition before them, if there is one. */
export interface Candidate extends Span {
  /** The preposition in lower case, or nothing. */
  lead: string
  /** The date without its lead, as typed. */
  phrase: string
  lower: string
}

/** What chrono found as whole words, with the preposition that leads it; null where it cut a word. */
export function toCandidate(text: string, found: FoundDate, language: Language): Candidate | null {
  const trimmed = found.text.trim()
  const at = found.index + found.text.indexOf(trimmed)
  const end = at + trimmed.length
  // "früh" is no Friday, "Second-hand" no second, "tomorrow's" no tomorrow.
  if (/[\p{L}\p{N}_'’#+@/.:-]$/u.test(text.slice(0, at)) || /^(?:[\p{L}\p{N}_'’/-]|[.:]\p{N})/u.test(text.slice(end)))
    return null
  const inside = language.leadInside.exec(trimmed.toLowerCase())?.[0] ?? ''
  const outside = language.lead.exec(text.slice(0, at).toLowerCase())?.[1] ?? ''
  const start = at - outside.length
  const lead = (outside + inside).trim()
  const phrase = trimmed.slice(inside.length)
  // A capital inside a line makes the preposition part of a name.
  const isName = lead !== '' && /^\p{Lu}/u.test(text.slice(start)) && text.slice(0, start).trim() !== ''
  if (isName) return { start: at, end, lead: '', phrase: trimmed, lower: trimmed.toLowerCase() }
  return { start, end, lead, phrase, lower: phrase.toLowerCase() }
}
