const MINUTE = 60_000

/** Minutes until a message that a server refused for now is tried again; then every hour. */
const PAUSES = [1, 2, 5, 10, 20, 30, 60]

/** How long a message is tried: as long as mail servers do (RFC 5321, 4.5.4.1, asks for four to five days). */
const GIVE_UP_AFTER = 4 * 24 * 60 * MINUTE

/** When a message is tried again after so many tries; null when that would be too late for anybody to want it. */
export function nextTry(attempts: number, undoUntil: number, now: number): number | null {
  const pause = PAUSES[Math.min(attempts, PAUSES.length) - 1] ?? PAUSES[0]!
  const at = now + pause * MINUTE
  return at - undoUntil > GIVE_UP_AFTER ? null : at
}
