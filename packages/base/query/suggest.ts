/** What was most likely meant: one slip of the keys away, else abbreviated, else two slips away; else null. */
export function suggest(typed: string, candidates: readonly string[]): string | null {
  const wanted = typed.toLowerCase()
  if (wanted.length < 2 || wanted.length > longest) return null
  const near = candidates
    .map((candidate) => ({ candidate, slips: slips(wanted, candidate) }))
    .sort((a, b) => a.slips - b.slips)
  const best = near[0]
  if (best && best.slips <= 1) return best.candidate
  const whole = candidates.find((candidate) => candidate.startsWith(wanted))
  if (whole) return whole
  return best && best.slips === 2 && wanted.length > 3 ? best.candidate : null
}

const longest = 32

/** How many letters were added, left out, changed or swapped (Damerau's distance, optimal alignment). */
function slips(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1
      let least = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + change)
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (swapped) least = Math.min(least, beforeLast[column - 2]! + 1)
      current.push(least)
    }
    beforeLast = last
    last = current
  }
  return last[b.length]!
}

/** What was typed, cut to what a message can hold. */
export function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}
