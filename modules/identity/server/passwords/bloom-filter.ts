import { hash } from 'node:crypto'

/** Set membership in a few bits an entry: "yes" may be wrong, "no" never is (Bloom 1970). */
export class BloomFilter {
  readonly #bits: Uint8Array
  readonly #hashes: number

  private constructor(bits: Uint8Array, hashes: number) {
    this.#bits = bits
    this.#hashes = hashes
  }

  /** Room for so many entries at a rate of wrong answers. */
  static of(entries: readonly string[], rate: number): BloomFilter {
    const bits = Math.ceil((-entries.length * Math.log(rate)) / Math.LN2 ** 2)
    const filter = new BloomFilter(new Uint8Array(Math.ceil(bits / 8)), Math.round((bits / entries.length) * Math.LN2))
    for (const entry of entries)
      for (const place of filter.#places(entry)) filter.#bits[place >> 3]! |= 1 << (place & 7)
    return filter
  }

  /** The number of hashes in the first byte, then the bits. */
  static read(bytes: Uint8Array): BloomFilter {
    return new BloomFilter(bytes.subarray(1), bytes[0]!)
  }

  toBytes(): Uint8Array {
    return Uint8Array.from([this.#hashes, ...this.#bits])
  }

  has(entry: string): boolean {
    return this.#places(entry).every((place) => (this.#bits[place >> 3]! & (1 << (place & 7))) !== 0)
  }

  /** Double hashing stands in for independent hashes (Kirsch and Mitzenmacher 2006). */
  #places(entry: string): number[] {
    const digest = hash('sha256', entry, 'buffer')
    const first = digest.readUInt32LE(0)
    const step = (digest.readUInt32LE(4) | 1) >>> 0
    const size = this.#bits.length * 8
    return Array.from({ length: this.#hashes }, (_, index) => (first + index * step) % size)
  }
}
