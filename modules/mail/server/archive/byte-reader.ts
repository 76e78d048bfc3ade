/** Reads a stream of chunks through one growing window; never holds more than it was asked for, and a chunk. */
export class ByteReader {
  /** Bytes taken so far: the position of the window's first byte in the stream. */
  position = 0
  ended = false
  #source: AsyncIterator<Uint8Array>
  #buffer = Buffer.allocUnsafeSlow(initialBytes)
  #start = 0
  #end = 0

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** The bytes read and not yet taken. Valid until the next call of `fill` or `more`. */
  get window(): Buffer {
    return this.#buffer.subarray(this.#start, this.#end)
  }

  get available(): number {
    return this.#end - this.#start
  }

  /** Reads until `bytes` are available; false where the stream ends before. */
  async fill(bytes: number): Promise<boolean> {
    while (this.available < bytes) if (!(await this.more())) return false
    return true
  }

  /** Reads one more chunk; false at the end of the stream. */
  async more(): Promise<boolean> {
    if (this.ended) return false
    const next = await this.#source.next()
    if (next.done) this.ended = true
    else this.#append(next.value)
    return !this.ended
  }

  /** Takes bytes off the window's front. */
  take(bytes: number): void {
    this.#start += bytes
    this.position += bytes
  }

  /** Takes that many bytes without keeping them; false where the stream ends before. */
  async skip(bytes: number): Promise<boolean> {
    let left = bytes
    while (left > 0) {
      if (this.available === 0 && !(await this.more())) return false
      const now = Math.min(left, this.available)
      this.take(now)
      left -= now
    }
    return true
  }

  /** Yields the next bytes in chunks and takes them: an entry of a tar as a stream of its own. */
  async *chunks(bytes: number): AsyncGenerator<Uint8Array> {
    let left = bytes
    while (left > 0) {
      if (this.available === 0 && !(await this.more())) return
      const now = Math.min(left, this.available)
      // A copy: the window moves under whoever holds a view of it.
      const chunk = Buffer.from(this.window.subarray(0, now))
      this.take(now)
      left -= now
      yield chunk
    }
  }

  async close(): Promise<void> {
    this.ended = true
    await this.#source.return?.()
  }

  #append(chunk: Uint8Array): void {
    const needed = this.available + chunk.length
    if (this.#end + chunk.length > this.#buffer.length) this.#makeRoom(needed)
    this.#buffer.set(chunk, this.#end)
    this.#end += chunk.length
  }

  #makeRoom(needed: number): void {
    const tooSmall = needed * 2 > this.#buffer.length
    const tooLarge = this.#buffer.length > initialBytes && needed * 16 < this.#buffer.length
    const target = tooSmall || tooLarge ? Buffer.allocUnsafeSlow(Math.max(initialBytes, needed * 3)) : this.#buffer
    this.#buffer.copy(target, 0, this.#start, this.#end)
    this.#buffer = target
    this.#end = this.available
    this.#start = 0
  }
}

const initialBytes = 256 * 1024
