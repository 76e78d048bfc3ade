import type { Candidate } from './candidate.ts'
import type { Language } from './language.ts'
import { MASK } from './mask.ts'
import { isFirst, isLast, wordsOf } from './place.ts'
import type { MeantDate } from './understand-date.ts'

/**
 * Whether a date is meant as one, or is part of a name: "Pay rent May 2" says when, "Renovation May 2" is a thing. What
 * counts is how much the words themselves say, whether a preposition leads them, where they stand, and whether the line
 * begins as people begin tasks.
 */
export function isMeant(text: string, candidate: Candidate, meaning: MeantDate, language: Language): boolean {
  const line = readLine(text, candidate, language)
  // Quoted text is a title, though none of its words is read.
  if ((line.rest.length === 0 && !text.includes(MASK)) || hasCapitals(line, candidate, language)) return false
  const strength = strengthOf(candidate, meaning, language)
  if (strength === 'none') return false
  if (!candidate.lead && language.notBefore.test(line.before)) return false
  // "Monday, Monday" is a song.
  if (
    language.notAfter.test(line.after) ||
    wordsOf(text.slice(0, candidate.start)).at(-1)?.toLowerCase() === candidate.lower
  )
    return false
  if (line.title && strength !== 'strong' && strength !== 'relative') return false
  if (line.media && isObject(line, strength)) return false
  if (isLast(text, candidate)) return isMeantLast(line, candidate, strength, language)
  if (isFirst(text, candidate)) return isMeantFirst(text, line, candidate, strength, language)
  return isMeantInside(line, candidate, strength, language)
}

type Strength = 'none' | 'day-name' | 'calendar' | 'time' | 'relative' | 'strong'

interface Line {
  /** The words beside the date. */
  rest: string[]
  /** The words around it, in lower case; empty at an end or beside a chip. */
  before: string
  after: string
  afterIsName: boolean
  /** The first word of the line, in lower case. */
  first: string
  deed: boolean
  media: boolean
  title: boolean
  event: boolean
  /** The words between the deed and the date. */
  object: string[]
}

function readLine(text: string, { start, end }: Candidate, language: Language): Line {
  const left = wordsOf(text.slice(0, start))
  const right = wordsOf(text.slice(end))
  const rest = [...left, ...right]
  const first = (left[0] ?? '').toLowerCase()
  const named = rest
    .slice(left.length > 0 ? 1 : 0)
    .filter((word) => word.length > 3 && !language.capital.test(word.toLowerCase()))
  const media = language.media.test(first)
  const deed = language.deed(rest)
  const allNames = named.length > 0 && named.every(isCapital)
  return {
    rest,
    before: (/([\p{L}\p{N}'’.&-]+)\s*$/u.exec(text.slice(0, start))?.[1] ?? '').toLowerCase(),
    after: (/^\s*([\p{L}\p{N}'’&-]+)/u.exec(text.slice(end))?.[1] ?? '').toLowerCase(),
    afterIsName: /^[\s,]+\p{Lu}/u.test(text.slice(end)),
    first,
    deed,
    media,
    title: language.titleCase && allNames && (!deed || media),
    event: rest.some((word) => language.event.test(word.toLowerCase())),
    // Quoted text is an object too.
    object: text.slice(0, start).includes(MASK) ? [MASK] : left.slice(1),
  }
}

/** How much the words say by themselves. */
function strengthOf({ lead, lower }: Candidate, { date, time, says }: MeantDate, language: Language): Strength {
  const { relative, relativePhrase, ambiguous, ordinal } = language
  const monthAlone = says.calendar && !says.dayOfMonth && !says.weekday
  if (monthAlone) return lead !== '' && language.monthLead.test(lead) ? 'calendar' : 'none'
  if (date !== null && time !== null) return 'strong'
  if (date === null) return lead !== '' && /\d\D?\d\d|[ap]\.?m|uhr|h$/.test(lower) ? 'strong' : 'time'
  if (relativePhrase.test(lower)) return 'strong'
  if (relative.test(lower)) return lead === '' ? 'relative' : 'strong'
  if (says.year || lead !== '' || (says.weekday && says.calendar)) return 'strong'
  if (says.weekday) return ambiguous.test(lower) ? 'none' : 'day-name'
  return ordinal.test(lower) ? 'strong' : 'calendar'
}

/** "USA Today", "The Day After Tomorrow": words of dates with a capital inside a line are names. */
function hasCapitals({ rest }: Line, { phrase, start }: Candidate, language: Language): boolean {
  const words = wordsOf(phrase)
  const begins = start === 0 || rest.length === 0
  return words.slice(begins ? 1 : 0).some((word) => isCapital(word) && !language.capital.test(word.toLowerCase()))
}

/** "Read 10:04", "watch Wednesday": what is watched is no date. */
function isObject({ object, before }: Line, strength: Strength): boolean {
  if (object.length === 0) return strength !== 'strong'
  return (strength === 'day-name' || strength === 'time') && before !== '' && isCapital(object.at(-1)!)
}

function isMeantLast(line: Line, { lower }: Candidate, strength: Strength, language: Language): boolean {
  // A fraction is written like a day and month.
  const isSize = language.slashed.test(lower) && (line.media || language.buying.test(line.first))
  const isSetting = line.media && !/\d/.test(lower)
  if (strength === 'calendar')
    return isSize || isSetting ? false : line.deed || (line.event && !language.slashed.test(lower))
  // Verses and ratios are written like times: people who mean a time round it.
  const isRound = !/^\d{1,2}[:.]\d\d$/.test(lower) || /[:.]\d[05]$/.test(lower)
  return strength !== 'time' || isRound || line.deed || line.event
}

function isMeantFirst(text: string, line: Line, candidate: Candidate, strength: Strength, language: Language): boolean {
  const { rest, afterIsName } = line
  const named = language.titleCase && afterIsName
  const after = text.slice(candidate.end)
  // "Tomorrow, and tomorrow, and tomorrow" is a line of Shakespeare's.
  if (/^\s*,/.test(after) && language.goesOn.test(wordsOf(after)[0] ?? '')) return false
  if (/^\s*[:,]\s/.test(after) && (!named || /^\s*:/.test(after))) return true
  if (language.deed(rest)) return true
  if (rest.length <= 2 && language.event.test(rest.at(-1)!.toLowerCase())) return true
  return (strength === 'strong' || strength === 'relative') && !named
}

function isMeantInside(line: Line, { lead, lower }: Candidate, strength: Strength, language: Language): boolean {
  const goesOn = language.goesOn.test(line.after)
  if (strength === 'strong') return !(language.titleCase && line.afterIsName && lead === '')
  if (strength === 'relative') return line.deed && !line.afterIsName
  if (strength === 'time') return goesOn && (lead !== '' || /[:apuh]/.test(lower))
  return line.deed && goesOn
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word)
}
