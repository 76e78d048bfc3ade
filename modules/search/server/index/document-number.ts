/** How many numbers there are for one second: the lower half for what is dated to the second, as mail is. */
const PER_SECOND = 2 ** 20
const HALF = PER_SECOND / 2
const PER_MILLISECOND = Math.floor(HALF / 1000)
const LAST_SECOND = 2 ** 33 - 1

/** The largest number there is; below 2^53. */
export const lastNumber = (LAST_SECOND + 1) * PER_SECOND - 1

/** The number of the first document of a second or later, for ranges. */
export function firstNumber(milliseconds: number): number {
  return secondOf(milliseconds) * PER_SECOND
}

/**
 * The number a record would like: its date, then a hash of its id, so that a replay gives the same one. Whoever finds
 * it taken tries the next.
 */
export function wantedNumber(milliseconds: number, id: string): number {
  const first = firstNumber(milliseconds)
  const within = milliseconds - Math.floor(milliseconds / 1000) * 1000
  if (within === 0) return first + (hash(id) % HALF)
  return first + HALF + Math.floor(within) * PER_MILLISECOND + (hash(id) % PER_MILLISECOND)
}

/** The number after one that is taken, within the same second. */
export function nextNumber(number: number): number {
  const first = number - (number % PER_SECOND)
  return first + ((number + 1 - first) % PER_SECOND)
}

function secondOf(milliseconds: number): number {
  return Math.min(Math.max(Math.floor(milliseconds / 1000), 0), LAST_SECOND)
}

/** FNV-1a. */
function hash(id: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < id.length; at++) value = Math.imul(value ^ id.charCodeAt(at), 0x01000193)
  return (value ^ (value >>> 15)) >>> 0
}
