/** Milliseconds that a `Retry-After` asks to wait (RFC 9110, 10.2.3); null where there is none. */
export function retryAfter(header: string | null | undefined, now: number): number | null {
  const text = header?.trim()
  if (!text) return null
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), LONGEST)
}

/** Nobody waits longer than this without asking again. */
const LONGEST = 15 * 60_000
