const DAY = 86_400_000

/** The day by which something is wanted, as `YYYY-MM-DD`; counted from when the message was sent. Null where none is named. */
export function readDueDay(sentence: string, sentAt: number): string | null {
  const named = lead.exec(sentence)
  const text = named ? sentence.slice(named.index + named[0].length) : sentence
  // Without a word such as "by" only a whole date counts: "see you on Friday" is no deadline.
  return written(text, sentAt) ?? (named ? relative(text, sentAt) : null)
}

const lead =
  /\b(?:(?:due )?(?:by|until|till|before|no later than)|due|bis(?: zum| spätestens)?|spätestens(?: am)?)\b(?: on| the| this| next)?[\s:]+/iu

const weekdays = [
  ['sunday', 'sun', 'sonntag'],
  ['monday', 'mon', 'montag'],
  ['tuesday', 'tue', 'tues', 'dienstag'],
  ['wednesday', 'wed', 'mittwoch'],
  ['thursday', 'thu', 'thurs', 'donnerstag'],
  ['friday', 'fri', 'freitag'],
  ['saturday', 'sat', 'samstag'],
]
const months = [
  ['january', 'jan', 'januar'],
  ['february', 'feb', 'februar'],
  ['march', 'mar', 'märz'],
  ['april', 'apr'],
  ['may', 'mai'],
  ['june', 'jun', 'juni'],
  ['july', 'jul', 'juli'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['october', 'oct', 'oktober'],
  ['november', 'nov'],
  ['december', 'dec', 'dezember'],
]
const monthNames = months.flat().toSorted((one, other) => other.length - one.length)
const month = `(${monthNames.join('|')})\\b\\.?`
const dayFirst = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)? ${month}(?:,? (\\d{4}))?`, 'iu')
const monthFirst = new RegExp(`\\b${month} (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4}))?`, 'iu')

function written(text: string, sentAt: number): string | null {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(text)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]))
  const german = /\b(\d{1,2})\.(\d{1,2})\.(\d{4})?(?!\d)/.exec(text)
  if (german) return nearest(Number(german[2]) - 1, Number(german[1]), german[3], sentAt)
  const first = dayFirst.exec(text)
  if (first) return nearest(monthOf(first[2]!), Number(first[1]), first[3], sentAt)
  const second = monthFirst.exec(text)
  if (second) return nearest(monthOf(second[1]!), Number(second[2]), second[3], sentAt)
  return null
}

function relative(text: string, sentAt: number): string | null {
  const start = text.toLowerCase()
  const today = new Date(sentAt).getUTCDay()
  if (/^(?:today|tonight|heute|end of (?:the )?day|eod|cob)\b/.test(start)) return toDay(sentAt)
  if (/^(?:tomorrow|morgen)\b/.test(start)) return toDay(sentAt + DAY)
  if (/^(?:the )?(?:end of (?:the |this )?week|ende der woche)\b/.test(start))
    return toDay(sentAt + ((12 - today) % 7) * DAY)
  const word = /^\p{L}+/u.exec(start)?.[0] ?? ''
  const weekday = weekdays.findIndex((names) => names.includes(word))
  if (weekday < 0) return null
  // The same weekday is the next one: who means today says so.
  return toDay(sentAt + (((weekday - today + 6) % 7) + 1) * DAY)
}

/** A day without a year is the next that comes. */
function nearest(monthIndex: number, day: number, year: string | undefined, sentAt: number): string | null {
  if (year !== undefined) return dayOf(Number(year), monthIndex, day)
  const sent = new Date(sentAt)
  const found = dayOf(sent.getUTCFullYear(), monthIndex, day)
  return found !== null && found < toDay(sentAt) ? dayOf(sent.getUTCFullYear() + 1, monthIndex, day) : found
}

function monthOf(name: string): number {
  return months.findIndex((names) => names.includes(name.toLowerCase()))
}

/** A day of the calendar, or null: there is no 31 June. */
function dayOf(year: number, monthIndex: number, day: number): string | null {
  const date = new Date(Date.UTC(year, monthIndex, day))
  return date.getUTCMonth() === monthIndex && date.getUTCDate() === day ? toDay(date.getTime()) : null
}

function toDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
