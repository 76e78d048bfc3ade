import type { Buffer } from 'node:buffer'

/** Where a header block ends, where the body begins, whether a blank line parts them, and whether the block was cut for its size. */
export type HeaderExtent = { end: number; bodyStart: number; blank: boolean; cut: boolean }

/** Find the blank line that ends a header, or the delimiter that comes before one. At most `budget` bytes are read as fields. */
export function readHeaderExtent(
  source: Buffer,
  start: number,
  budget: number,
  isDelimiter: (line: number, next: number) => boolean,
): HeaderExtent {
  let at = start
  while (at < source.length) {
    if (at - start > budget) return skipRest(source, start, start + Math.max(0, budget))
    const end = source.indexOf(0x0a, at)
    const next = end < 0 ? source.length : end + 1
    const first = source[at]
    if (first === 0x0a) return { end: at, bodyStart: next, blank: true, cut: false }
    if (first === 0x0d && (at + 1 === end || at + 1 === source.length))
      return { end: at, bodyStart: next, blank: true, cut: false }
    if (first === 0x2d && isDelimiter(at, next)) return { end: at, bodyStart: at, blank: false, cut: false }
    at = next
  }
  if (source.length - start > budget) return skipRest(source, start, start + Math.max(0, budget))
  return { end: source.length, bodyStart: source.length, blank: false, cut: false }
}

/** Past the budget the fields are passed over, up to the blank line, so that the body is still found. */
function skipRest(source: Buffer, start: number, cut: number): HeaderExtent {
  const crlf = source.indexOf('\n\r\n', cut, 'latin1')
  const lf = source.subarray(0, crlf < 0 ? source.length : crlf + 2).indexOf('\n\n', cut, 'latin1')
  const blank = lf >= 0 ? lf + 2 : crlf >= 0 ? crlf + 3 : source.length
  const lastLine = source.lastIndexOf(0x0a, cut)
  return { end: lastLine > start ? lastLine + 1 : cut, bodyStart: blank, blank: true, cut: true }
}
