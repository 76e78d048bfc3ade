/** What a list knows when it decides which rows to draw. */
export interface Around {
  /** The first and last row in view. */
  startIndex: number
  endIndex: number
  count: number
  /** Rows drawn beyond the view on either side. */
  overscan: number
  /** Rows the list moved by since the last look: down above 0, up below. */
  moved: number
  /** The row that has the focus, or -1: taken away, it would lose it and the keys with it. */
  focused: number
}

/** A quick scroll moves on by this many times its last step before the next look. */
const LEAD = 2
const MOST_AHEAD = 120

/** The rows to draw: those in view, some around, more in the direction of a quick scroll, and the one with the focus. */
export function rowsAround({ startIndex, endIndex, count, overscan, moved, focused }: Around): number[] {
  const ahead = Math.min(MOST_AHEAD, Math.ceil(Math.abs(moved) * LEAD))
  const first = Math.max(0, startIndex - overscan - (moved < 0 ? ahead : 0))
  const last = Math.min(count - 1, endIndex + overscan + (moved > 0 ? ahead : 0))
  const rows = Array.from({ length: last - first + 1 }, (_, place) => first + place)
  if (focused < 0 || focused >= count || (focused >= first && focused <= last)) return rows
  return focused < first ? [focused, ...rows] : [...rows, focused]
}
