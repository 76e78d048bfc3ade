/**
 * Two texts that were made of one, as a text that has the changes of both; null where both changed the same lines, so
 * that only a person can say. What both added in one place stands there one after the other, the earlier one first,
 * unless a person is there to ask.
 */
export function mergeTexts(base: string, earlier: string, later: string, asks = false): string | null {
  if (earlier === later || later === base) return earlier
  if (earlier === base) return later
  const lines = linesOf(base)
  const [a, b] = [stretch(lines, linesOf(earlier)), stretch(lines, linesOf(later))]
  const [upper, lower] = a.start <= b.start ? [a, b] : [b, a]
  const inOnePlace = a.start === b.start && a.end === a.start && b.end === b.start
  if (upper.end > lower.start || (inOnePlace && asks)) return null
  return [
    ...lines.slice(0, upper.start),
    ...upper.lines,
    ...lines.slice(upper.end, lower.start),
    ...lower.lines,
    ...lines.slice(lower.end),
  ].join('\n')
}

/** The lines of the old text that became others, as one stretch: from, to, and what stands there now. */
interface Stretch {
  start: number
  end: number
  lines: string[]
}

function stretch(before: readonly string[], after: readonly string[]): Stretch {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let tail = 0
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  return { start, end: before.length - tail, lines: after.slice(start, after.length - tail) }
}

/** An empty text has no line, so that what two write into it is added by both. */
const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'))
