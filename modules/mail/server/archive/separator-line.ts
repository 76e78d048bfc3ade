/**
 * Whether a line that starts `From ` and follows an empty line separates two messages of an mbox:
 * it does when it looks like an envelope (a sender and a date), not like a sentence.
 * A sender alone counts when a header field follows. The line comes without its line end.
 */
export function isSeparator(line: string, nextLine: string): boolean {
  if (!line.startsWith('From ')) return false
  if (dateOf(line)) return true
  return senderAlone.test(line) && headerField.test(nextLine)
}

/** When the envelope says the message was delivered, ms UTC (no zone means UTC); null where it says nothing of use. */
export function envelopeDate(line: string): number | null {
  const date = dateOf(line)
  if (!date) return null
  const at = Date.parse(`${date.day} ${date.month} ${date.year} ${date.time} ${date.zone ?? 'GMT'}`)
  // 1970 is what writers put where they know no date.
  return Number.isFinite(at) && at >= firstUsefulInstant ? at : null
}

/** Whether `git format-patch` wrote the line: it separates patches in a series, but is content in an attached patch. */
export function isPatchLine(line: string): boolean {
  return /^From (?:[0-9a-f]{40}|[0-9a-f]{64}) Mon Sep 17 00:00:00 2001$/.test(line)
}

const firstUsefulInstant = Date.UTC(1971, 0, 1)

// asctime, with what is seen in the wild: day and month swapped, a zone before or after the year, `remote from host`.
const weekday = /(?:^From|[ \t])[ \t]?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),?[ \t]+/g
const monthAndDay = /^(?:[A-Z][a-z]{2}[ \t]+\d{1,2}|\d{1,2}[ \t]+[A-Z][a-z]{2})[ \t]/
const month = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b/
const trailer = /^(?:[ \t]+(?:\d{4}|[+-]\d{4}|[A-Z]{1,5}))*(?:[ \t]+remote from .*)?[ \t]*$/
const senderAlone = /^From [^\s:]+[ \t]*$/
const headerField = /^[!-9;-~]+[ \t]*:/

interface EnvelopeDate {
  day: string
  month: string
  year: string
  time: string
  zone: string | undefined
}

function dateOf(line: string): EnvelopeDate | null {
  // The sender may look like a day; the date comes last.
  const named = [...line.matchAll(weekday)].at(-1)
  if (!named) return null
  const rest = line.slice(named.index + named[0].length)
  if (!monthAndDay.test(rest)) return null
  const time = /[ \t](\d{1,2}:\d{2}(?::\d{2})?)/.exec(rest)
  const monthName = month.exec(rest)?.[0]
  if (!time?.[1] || !monthName) return null

  const before = rest.slice(0, time.index)
  const after = rest.slice(time.index + time[0].length)
  if (!trailer.test(after)) return null
  const year = /[ \t](\d{4})\b/.exec(after)?.[1] ?? /[ \t](\d{4})$/.exec(before)?.[1]
  const day = /\b(\d{1,2})\b/.exec(before)?.[1]
  if (!year || !day) return null
  const zone = /[ \t]([+-]\d{4}|GMT|UTC|[ECMP][SD]T)\b/.exec(after)?.[1]
  return { day, month: monthName, year, time: time[1], zone }
}
