import { isFirst, isLast, wordsOf } from './place.ts'
import type { Language } from './language.ts'
import { partOfDay } from './understand-date.ts'
import type { Chip } from './types.ts'

/** How often a task comes again: `every other tue`, `jeden Montag`, `tous les jours`. */
export function readRecurrence(masked: string, language: Language): Chip | null {
  const lower = masked.toLowerCase()
  for (const { pattern, rule } of language.recurring) {
    const match = new RegExp(String.raw`(?<=^|[\s(])(?:${pattern.source})(?=$|[\s).,;:!?])`, 'u').exec(lower)
    const meant = match && rule(match)
    if (!match || !meant) continue
    const matched = match.index + match[0].length
    const part = language.partAfter.exec(lower.slice(matched))?.[0] ?? ''
    const place = { start: match.index, end: matched + part.length }
    const time = partOfDay(lower.slice(place.start, place.end), language)
    if (!isMeant(masked, place, language)) continue
    return { ...place, text: masked.slice(place.start, place.end), kind: 'recurrence', rule: meant, time }
  }
  return null
}

/** "Every Day Is Like Sunday" is a song: capitals inside, or a sentence that goes on. */
function isMeant(masked: string, place: { start: number; end: number }, language: Language): boolean {
  const shouted = masked === masked.toUpperCase()
  const begins = masked.slice(0, place.start).trim() === ''
  const words = wordsOf(masked.slice(place.start, place.end))
  const capitals = words
    .slice(begins ? 1 : 0)
    .filter((word) => /^\p{Lu}/u.test(word) && !language.capital.test(word.toLowerCase()))
  if (words.length === 1 && !begins && !shouted && /^\p{Lu}/u.test(words[0]!)) return false
  const asName = language.titleCase || words.length === 1
  if (asName && capitals.length > 0 && !shouted) return false

  if (isLast(masked, place)) return true
  const after = wordsOf(masked.slice(place.end))
  const next = after[0]!.toLowerCase()
  if (isFirst(masked, place)) {
    const sure =
      words.length > 1 && !language.notAfter.test(next) && !(language.titleCase && /^\p{Lu}/u.test(after[0]!))
    // "Weekly report" is a report.
    return sure || /^\s*[:,]/.test(masked.slice(place.end)) || language.deed(after)
  }
  return language.goesOn.test(next) || /^\d/.test(next)
}
