/** So many bits for each two neighbours, of which three are set: one in sixteen texts without them looks as if it had them. */
const BITS_EACH = 6
/** A row with more would leave its page; in longer texts the filter lets more pass. */
const MOST_BYTES = 1000

/**
 * Which words stand next to each other in a document, as a small filter (Bloom, 1970). It may be wrong where it says
 * yes and never where it says no, so that hardly a text is read of those that have the words of a phrase elsewhere.
 */
export class Neighbours {
  readonly #places = new Map<number, readonly number[]>()

  /** Words of a text in order; an empty one is a gap. */
  add(words: readonly string[]): void {
    for (let n = 1; n < words.length; n++) {
      if (words[n] === '' || words[n - 1] === '') continue
      const places = placesOf(words[n - 1]!, words[n]!)
      this.#places.set(places[0]!, places)
    }
  }

  /** At least a byte, since places are counted modulo the bits. The first bit of a byte is its lowest, as in `get_bit`. */
  toBytes(): Uint8Array {
    const bytes = new Uint8Array(Math.min(Math.ceil((this.#places.size * BITS_EACH) / 8), MOST_BYTES) || 1)
    const bits = bytes.length * 8
    for (const places of this.#places.values()) {
      for (const place of places) bytes[(place % bits) >> 3]! |= 1 << ((place % bits) & 7)
    }
    return bytes
  }
}

/** Numbers below 2^32 that tell two neighbours from others, each by itself; modulo its bits, their places in a filter. */
export function placesOf(word: string, next: string): number[] {
  let hash = 0x811c9dc5
  const text = `${word} ${next}`
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return [mixed(hash), mixed(hash ^ 0x5bd1e995), mixed(hash ^ 0x27d4eb2f)]
}

/** Every bit of a number depends on every bit of what it is made of (the last steps of MurmurHash3). */
function mixed(hash: number): number {
  let value = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}
