const FIRST_MILLISECONDS = 500
const LONGEST_MILLISECONDS = 30_000

/**
 * How long to wait before the nth try to connect again: twice as long each time, and anywhere within that, so that a
 * thousand clients do not come back at once.
 */
export function reconnectDelay(tries: number, random: () => number = Math.random): number {
  const longest = Math.min(FIRST_MILLISECONDS * 2 ** tries, LONGEST_MILLISECONDS)
  return Math.round(longest * (0.5 + random() / 2))
}
