/** A text that begins with a capital, as people write titles; "iPhone" stays as it is. */
export function capitalised(text: string): string {
  const [first = '', second = ''] = text
  return /\p{Ll}/u.test(first) && !/\p{Lu}/u.test(second) ? first.toUpperCase() + text.slice(first.length) : text
}

/** What a line of quick add holds at most. */
const LONGEST = 500

/** A text as the line of a piece; what does not fit is cut at a word. */
export function lineOf(text: string): string {
  const one = text.replace(/\s+/g, ' ').trim()
  if (one.length <= LONGEST) return one
  return `${one.slice(0, LONGEST - 1).replace(/\s+\S*$/, '')}…`
}
