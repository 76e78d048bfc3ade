/** Keeps what was used last, up to a number of bytes and for a while. */
export class ByteCache<Value> {
  readonly #entries = new Map<string, { value: Value; size: number; until: number }>()
  readonly #mostBytes: number
  #bytes = 0

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes
  }

  get bytes(): number {
    return this.#bytes
  }

  get(key: string, now: number): Value | undefined {
    const entry = this.#entries.get(key)
    if (!entry) return undefined
    this.#delete(key)
    if (entry.until <= now) return undefined
    this.#put(key, entry)
    return entry.value
  }

  set(key: string, value: Value, { size, until }: { size: number; until: number }): void {
    this.#delete(key)
    if (size > this.#mostBytes) return
    this.#put(key, { value, size, until })
    // The order of a map is that of use: the first is what nobody asked for longest.
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#mostBytes) return
      this.#delete(oldest)
    }
  }

  #put(key: string, entry: { value: Value; size: number; until: number }): void {
    this.#entries.set(key, entry)
    this.#bytes += entry.size
  }

  #delete(key: string): void {
    this.#bytes -= this.#entries.get(key)?.size ?? 0
    this.#entries.delete(key)
  }
}
