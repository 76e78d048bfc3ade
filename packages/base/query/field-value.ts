import { formatDay } from './calendar.ts'
import { dayAt, instantOf } from './zoned-time.ts'
import type { DateField, FilterField, FlagField, KeywordField, NumberField } from './field-table.ts'
import { readOrdered, type Extent, type Ordered } from './ordered-value.ts'
import { QueryFault } from './query-error.ts'
import { dateWords, readDate, type Clock } from './read-date.ts'
import { readDuration, readNumber, readSize } from './read-number.ts'
import type { Token } from './scanner.ts'
import { shorten, suggest } from './suggest.ts'
import { toWords } from './to-words.ts'
import type { Bound, Comparison, DateBound, FieldValue, Operator } from './types.ts'

/** Reads a value as its field's kind wants it, or throws a fault that points at it. */
export function readFieldValue(
  field: FilterField,
  fixed: Comparison | null,
  token: Token,
  clock: Clock,
): { op: Operator; value: FieldValue } {
  if (field.kind === 'text') return { op: '=', value: { kind: 'text', ...toWords(token) } }
  if (field.kind === 'name')
    return { op: '=', value: { kind: 'name', name: toWords(token).words.join(' '), prefix: token.prefix } }
  if (field.kind === 'keyword')
    return { op: '=', value: { kind: 'keyword', keyword: readKeyword(field, plain(token)) } }
  if (field.kind === 'flag') return { op: '=', value: { kind: 'flag', flag: readFlag(field, plain(token)) } }
  return field.kind === 'date' ? readDates(field, fixed, plain(token), clock) : readNumbers(field, fixed, plain(token))
}

/** Only texts and names can go on: for the other kinds a star at the end is one of the value's characters. */
function plain(token: Token): Token {
  return token.prefix ? { ...token, text: `${token.text}*`, prefix: false } : token
}

function readKeyword({ values }: KeywordField, token: Token): string {
  const typed = token.text.toLowerCase()
  for (const [keyword, aliases] of Object.entries(values))
    if (keyword === typed || aliases.includes(typed)) return keyword
  const known = Object.keys(values)
  const all = known.concat(Object.values(values).flat())
  throw badValue(token, `"${shorten(token.text)}" is none of ${known.join(', ')}`, suggest(typed, all))
}

function readFlag(_field: FlagField, token: Token): boolean {
  const typed = token.text.toLowerCase()
  if (yes.has(typed)) return true
  if (no.has(typed)) return false
  throw badValue(token, `"${shorten(token.text)}" is neither yes nor no`, null)
}

const yes = new Set(['yes', 'true', 'on', '1'])
const no = new Set(['no', 'false', 'off', '0'])

function readDates(
  field: DateField,
  fixed: Comparison | null,
  token: Token,
  clock: Clock,
): { op: Operator; value: FieldValue } {
  // `2026/01/31` and "last week" are written as people like them; one form is kept.
  const tidy = { ...token, text: token.text.trim().toLowerCase().replace(/\s+/g, '-').replaceAll('/', '-') }
  const read = (text: string): Extent => {
    const period = readDate(text, field.relative ?? 'past', clock)
    if (period) return period
    throw badValue(
      token,
      `"${shorten(text)}" is no date; 2026-01-31, 2026-01, today, 7d, last-week and 2026-01..2026-03 are`,
      suggestDate(text, tidy.text),
    )
  }
  const { op, low, high, written } = readOrdered(tidy, { fixed, bare: field.bare ?? '=', read })
  return { op, value: { kind: 'date', low: low && lowDay(low, clock), high: high && highDay(high, clock), written } }
}

/** Mends the scalar within the whole value. */
function suggestDate(scalar: string, whole: string): string | null {
  const meant = suggest(scalar, dateWords())
  return meant && whole.replace(scalar, meant)
}

function lowDay(bound: Bound, { timeZone }: Clock): DateBound {
  return { ...bound, day: formatDay(dayAt(bound.value, timeZone)) }
}

function highDay(bound: Bound, { timeZone }: Clock): DateBound {
  const day = dayAt(bound.value, timeZone)
  const touched = instantOf(day, 0, timeZone) < bound.value
  return { ...bound, day: formatDay(touched ? day + 1 : day) }
}

function readNumbers(field: NumberField, fixed: Comparison | null, token: Token): { op: Operator; value: FieldValue } {
  const { read: readScalar, examples } = numbers[field.kind]
  const named = new Map(Object.entries(field.names ?? {}))
  const read = (text: string): Extent => {
    const value = named.get(text.toLowerCase()) ?? readScalar(text)
    if (value !== null) return { start: value, end: value }
    const names = [...named.keys()]
    const meant = field.kind === 'duration' && readNumber(text) !== null ? `${text}m` : suggest(text, names)
    throw badValue(
      token,
      `"${shorten(text)}" is no ${field.kind}; ${[...names, ...examples].join(', ')} are`,
      meant && token.text.replace(text, meant),
    )
  }
  const { op, low, high, written }: Ordered = readOrdered(token, { fixed, bare: field.bare ?? '=', read })
  return { op, value: { kind: field.kind, low, high, written } }
}

const numbers = {
  number: { read: readNumber, examples: ['3', '>=2', '1..5'] },
  size: { read: readSize, examples: ['500k', '1M', '>2MiB'] },
  duration: { read: readDuration, examples: ['30m', '1h30m', '<2h'] },
}

function badValue(token: Token, message: string, suggestion: string | null): QueryFault {
  return new QueryFault('bad-value', token, message, suggestion ?? undefined)
}
