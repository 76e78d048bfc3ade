const FIRST_MILLISECONDS = 1000
const LAST_MILLISECONDS = 5 * 60_000

/** How long to wait after so many failures in a row: doubled each time, with jitter so that many do not come back together. */
export function backoff(failures: number, random: () => number = Math.random): number {
  const longest = Math.min(FIRST_MILLISECONDS * 2 ** (failures - 1), LAST_MILLISECONDS)
  return Math.round(longest / 2 + (random() * longest) / 2)
}
